package dev.orgbench.demo.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.IOException;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.Request;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {
    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    @Test
    void givesASessionForTheClientsCredentials() throws IOException {
        JsonNode token = token(
                        "client_credentials", org.org().clientId(), org.org().clientSecret())
                .body();

        assertThat(token.path("access_token").asText()).matches("(00D\\w{12,15})![.\\w]*");
        assertThat(token.path("instance_url").asText())
                .isEqualTo(org.org().uri().toString());
        assertThat(token.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(token.path("id").asText()).contains("/id/" + org.org().organizationId() + "/005");
        Request.Builder limits = new Request.Builder()
                .url(org.org().uri() + "/services/data/v60.0/limits")
                .header("Authorization", "OAuth " + token.path("access_token").asText());
        assertThat(org.send(limits).status()).isEqualTo(200);
    }

    @Test
    void takesTheCredentialsAsBasicAuthentication() throws IOException {
        Request.Builder request = new Request.Builder()
                .url(org.org().uri() + "/services/oauth2/token")
                .header(
                        "Authorization",
                        Credentials.basic(org.org().clientId(), org.org().clientSecret()))
                .post(new FormBody.Builder()
                        .add("grant_type", "client_credentials")
                        .build());
        assertThat(org.send(request).status()).isEqualTo(200);
    }

    @Test
    void refusesInOAuthsForm() throws IOException {
        Reply secret = token("client_credentials", org.org().clientId(), "wrong");
        assertThat(secret.status()).isEqualTo(400);
        assertThat(secret.body().path("error").asText()).isEqualTo("invalid_client");
        assertThat(token("client_credentials", "wrong", "wrong")
                        .body()
                        .path("error")
                        .asText())
                .isEqualTo("invalid_client_id");
        assertThat(token("implicit", org.org().clientId(), org.org().clientSecret())
                        .body()
                        .path("error")
                        .asText())
                .isEqualTo("unsupported_grant_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer 00D000000000000!nope", "Basic abc", "Bearer  "})
    void refusesABadSession(String header) throws IOException {
        Request.Builder request = new Request.Builder().url(org.org().uri() + "/services/data/v67.0/limits");
        if (!header.isEmpty()) {
            request.header("Authorization", header);
        }
        Reply reply = org.send(request);
        assertThat(reply.error()).isEqualTo("401 INVALID_SESSION_ID: Session expired or invalid");
    }

    @Test
    void tellsWhoIsAsking() throws IOException {
        JsonNode user = org.get("/services/oauth2/userinfo").body();
        assertThat(user.path("organization_id").asText()).isEqualTo(org.org().organizationId());
        assertThat(user.path("preferred_username").asText()).isEqualTo("alex.morgan@brightwater.example");

        JsonNode resources = org.get("/services/data/v62.0").body();
        String path = resources
                .path("identity")
                .asText()
                .substring(org.org().uri().toString().length());
        assertThat(org.get(path).body().path("display_name").asText()).isEqualTo("Alex Morgan");
        assertThat(resources.path("tooling").asText()).isEqualTo("/services/data/v62.0/tooling");
    }

    @Test
    void tellsHowFarTheUsersClockIsFromUtc() throws IOException {
        String row = "sobjects/User/"
                + org.get("/services/oauth2/userinfo").body().path("user_id").asText();
        String zone = org.get(row).body().path("TimeZoneSidKey").asText();
        assertThat(org.patch(row, "{\"TimeZoneSidKey\":\"America/Los_Angeles\"}")
                        .status())
                .isEqualTo(204);
        JsonNode user = org.get("/services/oauth2/userinfo").body();
        org.patch(row, "{\"TimeZoneSidKey\":\"" + zone + "\"}");
        assertThat(user.path("zoneinfo").asText()).isEqualTo("America/Los_Angeles");
        assertThat(user.path("utcOffset").asInt()).isEqualTo(-28_800_000);
    }

    private static Reply token(String grant, String id, String secret) throws IOException {
        return org.send(new Request.Builder()
                .url(org.org().uri() + "/services/oauth2/token")
                .post(new FormBody.Builder()
                        .add("grant_type", grant)
                        .add("client_id", id)
                        .add("client_secret", secret)
                        .build()));
    }
}
