package dev.orgbench.http;

import static java.net.http.HttpRequest.BodyPublishers.ofByteArray;
import static java.net.http.HttpResponse.BodyHandlers.ofInputStream;
import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class LoopbackServerTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void closeClient() {
        client.shutdownNow();
    }

    @Test
    void aTakenPortIsPassedOver() throws Exception {
        try (LoopbackServer first =
                        LoopbackServer.start("first", 0, (request, response) -> response.sendText("first"));
                LoopbackServer second = LoopbackServer.start(
                        "second", first.port(), (request, response) -> response.sendText("second"))) {
            assertThat(second.port()).isGreaterThan(first.port());
            assertThat(get(first, "/").body()).isEqualTo("first");
            assertThat(get(second, "/").body()).isEqualTo("second");
        }
    }

    @Test
    void theHighestPortIsTheLastOneTried() throws Exception {
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 65_535));
            assertThatThrownBy(() -> LoopbackServer.start("last", 65_535, (request, response) -> response.send()))
                    .isInstanceOf(IOException.class)
                    .hasMessage("The ports 65535 to 65535 are all taken");
        }
    }

    @Test
    void onlyTheLoopbackAddressAnswers() throws Exception {
        try (LoopbackServer server = LoopbackServer.start("local", 0, (request, response) -> response.send())) {
            for (InetAddress address : NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress())
                    .toList()) {
                try (Socket socket = new Socket()) {
                    assertThatThrownBy(() -> socket.connect(new InetSocketAddress(address, server.port()), 2_000))
                            .isInstanceOf(IOException.class);
                }
            }
            assertThat(server.uri()).hasHost("127.0.0.1");
            assertThat(get(server, "/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aBodyOverTheLimitIsAnsweredWith413() throws Exception {
        try (LoopbackServer server = echo(1_000)) {
            assertThat(post(server, new byte[1_000]).statusCode()).isEqualTo(200);
            HttpResponse<String> answer = post(server, new byte[1_001]);
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).isEqualTo("The request body is longer than 1000 bytes");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 99999999999999", "Content-Length: 1001\r\nExpect: 100-continue"})
    void aBodyDeclaredToBeOverTheLimitIsAnsweredWith413BeforeItIsSent(String headers) throws Exception {
        try (LoopbackServer server = echo(1_000);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(3_000);
            socket.getOutputStream()
                    .write(("POST / HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 413")
                    .endsWith("longer than 1000 bytes");
        }
    }

    @Test
    void aHeaderThatIsSentTwiceHasBothValues() throws Exception {
        HttpHandler handler = (request, response) -> response.sendText(
                request.header("x-one").orElse("") + "; " + request.headers().get("X-One") + "; "
                        + request.header("X-None").isPresent());
        try (LoopbackServer server = LoopbackServer.start("headers", 0, handler)) {
            HttpRequest request = HttpRequest.newBuilder(server.uri())
                    .header("X-One", "a")
                    .header("X-Other", "b")
                    .header("x-one", "c, d")
                    .build();
            assertThat(client.send(request, ofString()).body()).isEqualTo("a, c, d; a, c, d; false");
        }
    }

    @Test
    void aCompressedBodyIsUnpackedAndItsRealSizeCounts() throws Exception {
        try (LoopbackServer server = echo(100_000)) {
            HttpResponse<String> answer = postEncoded(server, "gzip", gzip("hällo".getBytes(StandardCharsets.UTF_8)));
            assertThat(answer.body()).isEqualTo("hällo");
            assertThat(postEncoded(server, "gzip", gzip(new byte[10_000_000])).statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void aBodyThatIsNotWhatItsEncodingSaysIsAnsweredWith400() throws Exception {
        try (LoopbackServer server = echo(100_000)) {
            assertThat(postEncoded(server, "gzip", "plain text".getBytes(StandardCharsets.UTF_8)))
                    .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(400))
                    .satisfies(answer -> assertThat(answer.body()).contains("not valid gzip"));
            assertThat(postEncoded(server, "gzip", new byte[0]).statusCode()).isEqualTo(400);
            byte[] whole = gzip("cut off".getBytes(StandardCharsets.UTF_8));
            assertThat(postEncoded(server, "gzip", Arrays.copyOf(whole, whole.length - 6))
                            .statusCode())
                    .isEqualTo(400);
            assertThat(postEncoded(server, "br", new byte[] {1}))
                    .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(400))
                    .satisfies(answer -> assertThat(answer.body()).contains("Only gzip"));
        }
    }

    @Test
    void whatAHandlerThrowsStaysInside() throws Exception {
        HttpHandler handler = (request, response) -> {
            switch (request.path()) {
                case "/error" -> throw new StackOverflowError("secret of the error");
                case "/nothing" -> {}
                default -> throw new IllegalStateException("secret of the exception");
            }
        };
        try (LoopbackServer server = LoopbackServer.start("failing", 0, handler)) {
            for (String path : new String[] {"/exception", "/error"}) {
                HttpResponse<String> answer = get(server, path);
                assertThat(answer.statusCode()).isEqualTo(500);
                assertThat(answer.body()).isEqualTo("Internal error");
                assertThat(answer.headers().map().toString()).doesNotContain("secret", "Jetty");
            }
            assertThat(get(server, "/nothing").statusCode()).isEqualTo(500);
        }
    }

    @Test
    void eachFlushOfAStreamReachesTheClient() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        HttpHandler handler = (request, response) -> {
            try (OutputStream out = response.stream("text/event-stream")) {
                out.write("data: one\n\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
                assertThat(read.await(10, TimeUnit.SECONDS)).isTrue();
                out.write("data: two\n\n".getBytes(StandardCharsets.UTF_8));
            }
        };
        try (LoopbackServer server = LoopbackServer.start("stream", 0, handler)) {
            HttpRequest request =
                    HttpRequest.newBuilder(server.uri().resolve("/")).build();
            HttpResponse<InputStream> answer = client.send(request, ofInputStream());
            try (InputStream in = answer.body()) {
                assertThat(new String(in.readNBytes(11), StandardCharsets.UTF_8))
                        .isEqualTo("data: one\n\n");
                read.countDown();
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo("data: two\n\n");
            }
        }
    }

    @Test
    void closingDoesNotWaitForARequestThatHangs() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        HttpHandler handler = (request, response) -> {
            entered.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        };
        LoopbackServer server = LoopbackServer.start("hanging", 0, handler);
        HttpRequest request = HttpRequest.newBuilder(server.uri().resolve("/")).build();
        var hanging = client.sendAsync(request, ofString());
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
        Instant start = Instant.now();
        server.close();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
        assertThat(interrupted.await(2, TimeUnit.SECONDS)).isTrue();
        assertThat(hanging).failsWithin(Duration.ofSeconds(2));
        assertThatThrownBy(() -> get(server, "/")).isInstanceOf(ConnectException.class);
    }

    @Test
    void closingLetsARequestUnderWayEnd() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        LoopbackServer server = LoopbackServer.start("busy", 0, (request, response) -> {
            entered.countDown();
            assertThat(never.await(400, TimeUnit.MILLISECONDS)).isFalse();
            response.sendText("done");
        });
        HttpRequest request = HttpRequest.newBuilder(server.uri().resolve("/")).build();
        var busy = client.sendAsync(request, ofString());
        assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
        server.close();
        assertThat(busy).succeedsWithin(Duration.ofSeconds(2)).satisfies(answer -> assertThat(answer.body())
                .isEqualTo("done"));
    }

    @Test
    void closingIsQuickWhenNothingIsUnderWay() throws Exception {
        LoopbackServer server = LoopbackServer.start("idle", 0, (request, response) -> response.sendText("kept alive"));
        get(server, "/");
        Instant start = Instant.now();
        server.close();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(700));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /mcp/5ecret HTTP/1.1\r\n\r\n",
                "GET /mcp/5ecret HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "GET /mcp/%zz5ecret HTTP/1.1\r\nHost: x\r\n\r\n",
                "\u0016\u0003 no HTTP\r\n\r\n"
            })
    void whatIsNoRequestIsRefusedInPlainWordsWithoutThePath(String sent) throws Exception {
        try (LoopbackServer server = echo(10);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400")
                    .contains("Content-Type: text/plain", "\r\n\r\nBad Request")
                    .doesNotContain("5ecret", "org.eclipse", "<html");
        }
    }

    private static LoopbackServer echo(int limit) throws IOException {
        return LoopbackServer.start(
                "echo", 0, (request, response) -> response.send("text/plain;charset=UTF-8", request.body(limit)));
    }

    private HttpResponse<String> get(LoopbackServer server, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(server.uri().resolve(path)).build(), ofString());
    }

    private HttpResponse<String> post(LoopbackServer server, byte[] body) throws Exception {
        return postEncoded(server, "identity", body);
    }

    private HttpResponse<String> postEncoded(LoopbackServer server, String encoding, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.uri().resolve("/"))
                .header("Content-Encoding", encoding)
                .POST(ofByteArray(body))
                .build();
        return client.send(request, ofString());
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(plain);
        }
        return out.toByteArray();
    }

    @Test
    void closingWaitsForThoseWhoAreCut() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean written = new AtomicBoolean();
        LoopbackServer server = LoopbackServer.start("cut", 0, (request, response) -> {
            begun.countDown();
            try {
                TimeUnit.MINUTES.sleep(1);
            } catch (InterruptedException cut) {
                TimeUnit.MILLISECONDS.sleep(200);
                written.set(true);
            }
        });
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            begun.await();

            server.close();

            assertThat(written).isTrue();
        }
    }
}
