package dev.orgbench.demo.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** If-Match and its kin on rows. The clock stands at Wed, 15 Jul 2026 16:20:30 GMT. */
class ConditionalRowsTest {
    private static final String NOW = "Wed, 15 Jul 2026 16:20:30 GMT";

    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    private String path = "";

    @BeforeEach
    void makeAnAccount() throws IOException {
        path = "sobjects/Account/"
                + org.post("sobjects/Account", "{\"Name\":\"A\"}").id();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GET    | If-Modified-Since   | Wed, 15 Jul 2026 16:20:30 GMT | 304
                    GET    | If-Modified-Since   | Wed, 15 Jul 2026 16:20:29 GMT | 200
                    GET    | If-Modified-Since   | no date                       | 200
                    GET    | If-Unmodified-Since | Wed, 15 Jul 2026 16:20:29 GMT | 412
                    GET    | If-Unmodified-Since | Wed, 15 Jul 2026 16:20:30 GMT | 200
                    GET    | If-None-Match       | *                             | 304
                    GET    | If-Match            | "other"                       | 412
                    GET    | If-Match            | *                             | 200
                    PATCH  | If-Unmodified-Since | Wed, 15 Jul 2026 16:20:29 GMT | 412
                    PATCH  | If-Unmodified-Since | Wed, 15 Jul 2026 16:20:30 GMT | 204
                    PATCH  | If-Modified-Since   | Wed, 15 Jul 2026 16:20:30 GMT | 412
                    PATCH  | If-Unmodified-Since | no date                       | 400
                    PATCH  | If-Match            | "other", "another"            | 412
                    PATCH  | If-None-Match       | "other"                       | 204
                    DELETE | If-Match            | "other"                       | 412
                    DELETE | If-Match            | *                             | 204
                    """)
    void holdsARequestAgainstTheRow(String method, String header, String value, int status) throws IOException {
        Reply reply = send(method, header, value);
        assertThat(reply.status()).isEqualTo(status);
        Reply after = org.get(path);
        if (status == 412 || status == 400) {
            assertThat(after.body().path("Site").isNull()).isTrue();
            assertThat(reply.body().path(0).path("errorCode").asText()).isNotEmpty();
        }
        if (status == 304) {
            assertThat(reply.body().isMissingNode()).isTrue();
            assertThat(reply.headers().get("Last-Modified")).isEqualTo(NOW);
        }
    }

    @Test
    void changesOnlyTheAccountThatTheClientRead() throws IOException {
        String tag = org.get(path).headers().get("ETag");
        assertThat(tag).matches("\"[A-Za-z0-9+/]+=*-gzip\"");
        assertThat(send("GET", "If-None-Match", "\"other\", " + tag).status()).isEqualTo(304);
        assertThat(send("GET", "If-None-Match", tag.replace("-gzip", "")).status())
                .isEqualTo(304);
        assertThat(send("PATCH", "If-Match", tag).status()).isEqualTo(204);
        assertThat(send("PATCH", "If-Match", tag).status()).isEqualTo(412);
        assertThat(send("GET", "If-None-Match", tag).status()).isEqualTo(200);
    }

    @Test
    void givesOnlyAccountsATag() throws IOException {
        path = "sobjects/Lead/"
                + org.post("sobjects/Lead", "{\"LastName\":\"L\",\"Company\":\"C\"}")
                        .id();
        assertThat(org.get(path).headers().get("ETag")).isNull();
        assertThat(org.get(path).headers().get("Last-Modified")).isEqualTo(NOW);
        assertThat(send("GET", "If-Match", "\"other\"").status()).isEqualTo(200);
    }

    private static Reply send(Request.Builder request, String header, String value) throws IOException {
        return org.send(request.header(header, value));
    }

    private Reply send(String method, String header, String value) throws IOException {
        RequestBody body = method.equals("PATCH")
                ? RequestBody.create("{\"Site\":\"Changed\"}", MediaType.get("application/json"))
                : null;
        return send(org.request(path).method(method, body), header, value);
    }
}
