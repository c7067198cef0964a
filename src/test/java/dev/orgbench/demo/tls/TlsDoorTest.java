package dev.orgbench.demo.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orgbench.demo.DemoOrg;
import dev.orgbench.demo.DemoOrg.TlsDoor;
import dev.orgbench.demo.TestOrg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsDoorTest {
    @TempDir
    private Path folder;

    @Test
    void aClientThatTrustsTheAuthoritySignsInAndIsSentBackByHttps() throws Exception {
        try (DemoOrg org = DemoOrg.start(folder.resolve("demo.db"), 0, TestOrg.MID_MONTH)) {
            TlsDoor door = org.openTls(0);
            assertThat(org.openTls(0)).isEqualTo(door);
            OkHttpClient client = trusting(door.authority());
            for (String host : new String[] {"localhost", "127.0.0.1"}) {
                String url = "https://" + host + ":" + door.uri().getPort();
                JsonNode session = json(
                        client,
                        new Request.Builder()
                                .url(url + "/services/oauth2/token")
                                .post(new FormBody.Builder()
                                        .add("grant_type", "client_credentials")
                                        .add("client_id", org.clientId())
                                        .add("client_secret", org.clientSecret())
                                        .build()));
                assertThat(session.path("instance_url").asText()).isEqualTo(url);
                JsonNode limits = json(
                        client,
                        new Request.Builder()
                                .url(url + "/services/data/v67.0/limits")
                                .header(
                                        "Authorization",
                                        "Bearer " + session.path("access_token").asText()));
                assertThat(limits.has("DailyApiRequests")).isTrue();
            }
        }
    }

    @Test
    void aClientThatDoesNotKnowTheAuthorityRefusesToTalk() throws Exception {
        try (DemoOrg org = DemoOrg.start(folder.resolve("demo.db"), 0, TestOrg.MID_MONTH)) {
            Request request = new Request.Builder()
                    .url(org.openTls(0).uri() + "/services/data")
                    .build();
            assertThatThrownBy(
                            () -> new OkHttpClient().newCall(request).execute().close())
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void theAuthorityStaysTheSameAndIsItsOwnersAlone() throws Exception {
        X509Certificate first = certificate(LocalAuthority.in(folder).certificateFile());
        assertThat(certificate(LocalAuthority.in(folder).certificateFile())).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("demo-ca-key.pem"))))
                .isEqualTo("rw-------");
        assertThat(Files.readString(folder.resolve("demo-ca.pem"))).doesNotContain("PRIVATE");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("demo-ca.pem", "demo-ca-key.pem");
        }
    }

    @Test
    void aDamagedAuthorityIsMadeAnew() throws Exception {
        X509Certificate first = certificate(LocalAuthority.in(folder).certificateFile());
        Files.writeString(folder.resolve("demo-ca-key.pem"), "no key");
        LocalAuthority second = LocalAuthority.in(folder);
        assertThat(certificate(second.certificateFile())).isNotEqualTo(first);
        assertThat(second.serverContext()).isNotNull();
    }

    private static OkHttpClient trusting(Path authority) throws IOException, GeneralSecurityException {
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(certificate(authority))
                .build();
        return new OkHttpClient.Builder()
                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .build();
    }

    private static X509Certificate certificate(Path pem) throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(pem)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static JsonNode json(OkHttpClient client, Request.Builder request) throws IOException {
        try (Response response = client.newCall(request.build()).execute()) {
            return new ObjectMapper().readTree(response.body().bytes());
        }
    }
}
