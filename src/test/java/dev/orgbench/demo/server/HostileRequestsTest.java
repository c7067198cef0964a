package dev.orgbench.demo.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.demo.TestOrg;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes over the wire from those who do not speak HTTP, or not in good faith. */
@Timeout(30)
class HostileRequestsTest {
    private static final int LONGEST_BODY = 50 * 1024 * 1024;

    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    @AfterEach
    void theOrgServesOn() throws IOException {
        assertThat(org.count("User")).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    'GET /services/data HTTP/1.1\\r\\n\\r\\n'                                                                | 400
                    'GET /services/data HTTP/1.1\\r\\nHost: a\\r\\nHost: b\\r\\n\\r\\n'                                        | 400
                    'GET /services/data HTTP/9.9\\r\\nHost: x\\r\\n\\r\\n'                                                   | 505
                    'GET\\r\\n\\r\\n'                                                                                       | 400
                    'GET /services/data/%zz HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n'                                               | 400
                    'GET /services/data/%00 HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n'                                               | 400
                    'GET /services/data?q=a b HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n'                                             | 400
                    'GET /services/data HTTP/1.1\\r\\nHost: x\\r\\nBad Header: y\\r\\n\\r\\n'                                 | 400
                    'GET /services/data HTTP/1.1\\r\\nHost: x\\r\\n: y\\r\\n\\r\\n'                                           | 400
                    'POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: -1\\r\\n\\r\\n'                                       | 400
                    'POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 99999999999999999999\\r\\n\\r\\n'                     | 400
                    'POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 3\\r\\nContent-Length: 4\\r\\n\\r\\nabc'               | 400
                    'POST / HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 3\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n' | 400
                    'POST / HTTP/1.1\\r\\nHost: x\\r\\nTransfer-Encoding: gzip\\r\\n\\r\\n'                                  | 400
                    """)
    void whatIsNoRequestIsRefused(String sent, int status) throws IOException {
        String answer = exchange(bytes(sent.replace("\\r", "\r").replace("\\n", "\n")));
        assertThat(answer).startsWith("HTTP/1.1 " + status).doesNotContain("Exception", "at org.", "jetty", "Jetty");
    }

    @Test
    void noiseIsRefusedOrCutOff() throws IOException {
        Random random = new Random(4);
        for (int i = 0; i < 40; i++) {
            byte[] noise = new byte[1 + random.nextInt(3_000)];
            random.nextBytes(noise);
            String answer = exchange(noise);
            assertThat(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"))
                    .as(answer)
                    .isTrue();
        }
    }

    @Test
    void headsWithoutEndAreRefusedEarly() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.writeBytes(bytes("GET /services/data HTTP/1.1\r\nHost: x\r\n"));
        for (int i = 0; i < 200_000; i++) {
            head.writeBytes(bytes("X-" + i + ": y\r\n"));
        }
        assertThat(exchange(head.toByteArray())).matches("(?s)(HTTP/1.1 431.*)?");
        assertThat(exchange(bytes("GET /" + "a".repeat(3_000_000)))).matches("(?s)(HTTP/1.1 414.*)?");
    }

    @Test
    void aBodyThatBreaksItsWordIsNotWorkedOn() throws IOException {
        String account = "{\"Name\":\"Half a promise\"}";
        assertThat(exchange(bytes(post("Content-Length: 4000") + account))).startsWith("HTTP/1.1 400");
        assertThat(exchange(bytes(post("Transfer-Encoding: chunked") + "fff\r\n" + account)))
                .startsWith("HTTP/1.1 400");
        assertThat(exchange(bytes(post("Transfer-Encoding: chunked") + "nonsense\r\n" + account)))
                .startsWith("HTTP/1.1 400");
        assertThat(exchange(bytes(post("Content-Length: 5") + account))).startsWith("HTTP/1.1 400");
        assertThat(org.count("Account WHERE Name = 'Half a promise'")).isZero();
    }

    @Test
    void halfAGzipIsRefusedAndABombIsNotUnpacked() throws IOException {
        byte[] packed = gzip(bytes("{\"Name\":\"Packed\"}"));
        byte[] half = Arrays.copyOf(packed, packed.length / 2);
        assertThat(exchange(join(post("Content-Encoding: gzip\r\nContent-Length: " + half.length), half)))
                .startsWith("HTTP/1.1 400")
                .contains("JSON_PARSER_ERROR");
        byte[] bomb = gzip(new byte[LONGEST_BODY + 1]);
        assertThat(exchange(join(post("Content-Encoding: gzip\r\nContent-Length: " + bomb.length), bomb)))
                .startsWith("HTTP/1.1 413")
                .contains("REQUEST_TOO_LARGE");
        assertThat(org.count("Account WHERE Name = 'Packed'")).isZero();
    }

    @Test
    void fiftyMegabytesAreTheMost() throws IOException {
        byte[] large = new byte[LONGEST_BODY + 1024 * 1024];
        Arrays.fill(large, (byte) ' ');
        assertThat(exchange(join(post("Content-Length: " + large.length), large)))
                .matches("(?s)(HTTP/1.1 413.*REQUEST_TOO_LARGE.*)?");
        assertThat(org.post("sobjects/Account", "{\"Name\":\"Next\"}").status()).isEqualTo(201);
    }

    @Test
    void manyWhoSendSlowlyKeepNobodyOut() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), org.org().uri().getPort());
                slow.add(socket);
                String begun =
                        i % 2 == 0 ? "GET /services/data HTTP/1.1\r\nX-Slow: " : post("Content-Length: 900") + "{";
                socket.getOutputStream().write(bytes(begun));
            }
            for (int i = 0; i < 20; i++) {
                slow.get(i).getOutputStream().write('x');
                assertThat(org.get("recent").status()).isEqualTo(200);
                assertThat(org.post("sobjects/Account", "{\"Name\":\"Quick\"}").status())
                        .isEqualTo(201);
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static String post(String headers) {
        return "POST /services/data/v67.0/sobjects/Account HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Connection: close\r\nAuthorization: Bearer " + org.org().accessToken() + "\r\n" + headers
                + "\r\n\r\n";
    }

    /** What is answered until the end; nothing if the connection is broken off before. */
    private static String exchange(byte[] sent) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), org.org().uri().getPort())) {
            socket.setSoTimeout(10_000);
            try {
                OutputStream out = socket.getOutputStream();
                out.write(sent);
                socket.shutdownOutput();
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (SocketException brokenOff) {
                return "";
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(String head, byte[] body) {
        byte[] first = bytes(head);
        byte[] all = Arrays.copyOf(first, first.length + body.length);
        System.arraycopy(body, 0, all, first.length, body.length);
        return all;
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(plain);
        }
        return out.toByteArray();
    }
}
