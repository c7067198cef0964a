package dev.orgbench.demo.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients do that is not quite as the guide says, and what they are told when it goes too far. */
class ToleranceTest {
    private static final int LONGEST_HEAD = 16_384;
    private static final MediaType JSON = MediaType.get("application/json");

    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//services/data/v65.0/sobjects/",
                "/services/data/v20.0/sobjects",
                "/services/data/v67.0/sobjects.json",
                "/services/data/v67.0/sobjects/Account/describe.json",
                "/services/data/v67.0/limits/recordCount.json?sObjects=Account",
                "/services/data/V67.0/Sobjects"
            })
    void pathsMayBeWrittenInManyWays(String path) throws IOException {
        assertThat(org.get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"Bearer, 200", "OAuth, 200", "bearer, 200", "Basic, 401"})
    void theSchemeMayBeTheOldOne(String scheme, int status) throws IOException {
        Request.Builder request = org.request("limits")
                .header("Authorization", scheme + " " + org.org().accessToken());
        assertThat(org.send(request).status()).isEqualTo(status);
    }

    @Test
    void answersAreCompressedForThoseWhoAsk() throws IOException {
        Raw plain = raw(org.request("sobjects/Account/describe").header("Accept-Encoding", "identity"));
        Raw packed = raw(org.request("sobjects/Account/describe").header("Accept-Encoding", "deflate, gzip;q=0.5"));
        assertThat(plain.header("Content-Encoding")).isNull();
        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(packed.body().size()).isLessThan(plain.body().size() / 4);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body().toByteArray())).readAllBytes())
                .isEqualTo(plain.body().toByteArray());
        assertThat(raw(org.request("limits").header("Accept-Encoding", "gzip;q=0"))
                        .header("Content-Encoding"))
                .isNull();
    }

    @Test
    void theTagOfACompressedAnswerSaysSoAndIsTakenBack() throws IOException {
        String plain = raw(org.request("sobjects/Account/describe").header("Accept-Encoding", "identity"))
                .header("ETag");
        String packed = raw(org.request("sobjects/Account/describe").header("Accept-Encoding", "gzip"))
                .header("ETag");
        assertThat(packed).isEqualTo(String.valueOf(plain).replaceFirst("\"$", "-gzip\""));
        for (String tag : new String[] {plain, packed}) {
            assertThat(org.send(org.request("sobjects/Account/describe").header("If-None-Match", String.valueOf(tag)))
                            .status())
                    .isEqualTo(304);
        }
    }

    @Test
    void aBodyMayComeInPieces() throws IOException {
        RequestBody pieces = new RequestBody() {
            @Override
            public MediaType contentType() {
                return JSON;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.writeUtf8("{\"Name\":").flush();
                sink.writeUtf8("\"In pieces\"}");
            }
        };
        assertThat(org.send(org.request("sobjects/Account").post(pieces)).status())
                .isEqualTo(201);
    }

    @Test
    void answersAreIndentedForThoseWhoAsk() throws IOException {
        Raw reply = raw(org.request("limits").header("X-PrettyPrint", "1"));
        assertThat(reply.body().utf8()).startsWith("{\n  \"ActiveScratchOrgs\" : {\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limits", "sobjects/Account/describe", "query?q=SELECT%20Id%20FROM%20User"})
    void aHeadIsAGetWithoutItsBody(String path) throws IOException {
        Raw head = raw(org.request(path).head());
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body().size()).isZero();
        assertThat(head.header("Content-Type")).isEqualTo("application/json;charset=UTF-8");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    limits                    | DELETE | GET, HEAD
                    sobjects/Account          | PUT    | GET, HEAD, POST
                    query                     | POST   | GET, HEAD
                    /services/data            | POST   | GET, HEAD
                    sobjects/Account/describe | PATCH  | GET, HEAD
                    """)
    void aMethodThatThereIsNotNamesThoseThatThereAre(String path, String method, String allowed) throws IOException {
        Reply reply = org.send(org.request(path).method(method, RequestBody.create("{}", JSON)));
        assertThat(reply.error())
                .isEqualTo("405 METHOD_NOT_ALLOWED: HTTP Method '" + method + "' not allowed. Allowed are "
                        + allowed.replace(" ", ""));
        assertThat(reply.headers().get("Allow")).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, 201",
        "application/json;charset=UTF-8, 201",
        "Application/JSON, 201",
        "text/plain, 415",
        "application/x-www-form-urlencoded, 415",
        "application/xml, 415"
    })
    void aBodyMustBeJson(String type, int status) throws IOException {
        byte[] body = "{\"Name\":\"Typed\"}".getBytes(StandardCharsets.UTF_8);
        Reply reply = org.send(org.request("sobjects/Account").post(RequestBody.create(body, MediaType.get(type))));
        assertThat(reply.status()).isEqualTo(status);
        if (status == 415) {
            assertThat(reply.error())
                    .isEqualTo("415 UNSUPPORTED_MEDIA_TYPE: MediaType of '" + type.toLowerCase(Locale.ROOT)
                            + "' is not supported by this resource");
        }
        assertThat(org.send(org.request("sobjects/Account").post(RequestBody.create(body)))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limits     | application/xml | 406",
                "limits     | text/xml, application/xml | 406",
                "limits.xml | */* | 406",
                "limits     | text/html,application/xml;q=0.9,*/*;q=0.8 | 200",
                "limits     | application/json, application/xml | 200",
                "limits     | text/csv | 200",
                "limits.xml | application/json | 406"
            })
    void onlyWhoWantsXmlAloneIsRefused(String path, String accept, int status) throws IOException {
        assertThat(org.send(org.request(path).header("Accept", accept)).status())
                .isEqualTo(status);
    }

    @Test
    void aUriIsAsLongAsSalesforceTakesAndNoLonger() throws IOException {
        String path = "/services/data/v67.0/recent?x=";
        assertThat(org.get(path + "x".repeat(LONGEST_HEAD - 1_000)).status()).isEqualTo(200);
        assertThat(org.get(path + "x".repeat(LONGEST_HEAD - path.length())).error())
                .isEqualTo("431 REQUEST_HEADER_FIELDS_TOO_LARGE: The combined length of the URI and headers exceeds the"
                        + " 16,384-byte limit.");
        assertThat(org.get(path + "x".repeat(LONGEST_HEAD - path.length() + 1)).error())
                .isEqualTo("414 URI_TOO_LONG: The length of the URI exceeds the 16,384-byte limit.");
        assertThat(org.send(org.request("limits").header("X-Long", "x".repeat(LONGEST_HEAD)))
                        .status())
                .isEqualTo(431);
        assertThat(raw(org.request(path + "x".repeat(100_000))).status()).isEqualTo(414);
        assertThat(raw(org.request("limits").header("X-Long", "x".repeat(100_000)))
                        .status())
                .isEqualTo(431);
    }

    private record Raw(int status, Headers headers, ByteString body) {
        @Nullable
        String header(String name) {
            return headers.get(name);
        }
    }

    /** Without the client's own unpacking. */
    private static Raw raw(Request.Builder request) throws IOException {
        Request asked = request.build();
        Request identity = asked.header("Accept-Encoding") == null
                ? asked.newBuilder().header("Accept-Encoding", "identity").build()
                : asked;
        OkHttpClient client = new OkHttpClient();
        try (Response response = client.newCall(identity).execute()) {
            ByteString body = response.body().byteString();
            return new Raw(response.code(), response.headers(), body);
        } finally {
            client.connectionPool().evictAll();
        }
    }
}
