package dev.orgbench.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.trace.Exchange.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretMaskTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grant_type=password&username=a&password=hush&client_secret=hush | grant_type=password&username=a&password=••••&client_secret=••••",
                "{\"access_token\": \"hush\\\"hush\",\"scope\":\"api\"} | {\"access_token\": \"••••\",\"scope\":\"api\"}",
                "{\"refresh_token\":\"hush-cut-he | {\"refresh_token\":\"••••",
                "{\"id\":\"00D5e000000TESTEAA!hush.hush\"} | {\"id\":\"00D5e000000TESTEAA!••••\"}",
            })
    void signInBodiesLoseTheirSecretsEvenWhenCut(String body, String masked) {
        assertThat(SecretMask.signInBody(body)).isEqualTo(masked);
    }

    @Test
    void addressesAndPlainBodiesLoseSessionIds() {
        assertThat(SecretMask.url("https://a.example/id/1?oauth_token=hush&format=json"))
                .isEqualTo("https://a.example/id/1?oauth_token=••••&format=json");
        assertThat(SecretMask.url("https://a.example/frontdoor?s=00D5e000000TEST%21hush"))
                .isEqualTo("https://a.example/frontdoor?s=00D5e000000TEST%21••••");
        assertThat(SecretMask.text("{\"Session__c\":\"00D5e000000TESTEAA!hush\",\"Code\":\"A1\"}"))
                .isEqualTo("{\"Session__c\":\"00D5e000000TESTEAA!••••\",\"Code\":\"A1\"}");
    }

    @Test
    void headersKeepTheirSchemeAndLoseTheSecret() {
        assertThat(SecretMask.header("authorization", "Bearer hush"))
                .isEqualTo(new Header("authorization", "Bearer ••••"));
        assertThat(SecretMask.header("Set-Cookie", "sid=hush")).isEqualTo(new Header("Set-Cookie", "••••"));
        assertThat(SecretMask.header("Accept", "*/*")).isEqualTo(new Header("Accept", "*/*"));
        assertThat(SecretMask.header("X-Next", "http://127.0.0.1:7420/mcp/0123456789abcdef0123"))
                .isEqualTo(new Header("X-Next", "http://127.0.0.1:7420/mcp/••••"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"url\":\"http://127.0.0.1:7420/mcp/9f3c0123456789abcdef\"} | {\"url\":\"http://127.0.0.1:7420/mcp/••••\"}",
                "{\"fields\":{\"Password\":\"hush\",\"Code\":\"A1\"}} | {\"fields\":{\"Password\":\"••••\",\"Code\":\"A1\"}}",
                "{\"text\":\"{\\\"client_secret\\\": \\\"hush\\\",\\\"a\\\":1}\"} | {\"text\":\"{\\\"client_secret\\\": \\\"••••\\\",\\\"a\\\":1}\"}",
                "{\"text\":\"Authorization: Bearer abcdef012345\"} | {\"text\":\"Authorization: Bearer ••••\"}",
                "{\"password\":\"\",\"refresh_token\":\"hush\"} | {\"password\":\"\",\"refresh_token\":\"••••\"}",
                "{\"password\":null,\"name\":\"x\"} | {\"password\":null,\"name\":\"x\"}",
            })
    void bodiesLoseTheSecretsThatTheirNamesTell(String body, String masked) {
        assertThat(SecretMask.body(body)).isEqualTo(masked);
    }

    @Test
    void aLongValueFullOfEscapesIsMaskedWhole() {
        String body = "{\"access_token\":\"" + "\\\"hush".repeat(50_000) + "\",\"a\":1}";

        assertThat(SecretMask.body(body)).isEqualTo("{\"access_token\":\"••••\",\"a\":1}");
    }
}
