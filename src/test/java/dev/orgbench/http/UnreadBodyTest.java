package dev.orgbench.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies that are refused, by clients that write first and read then. */
@Timeout(20)
class UnreadBodyTest {
    @ParameterizedTest
    @CsvSource({"413, false", "413, true", "404, false", "404, true"})
    void aClientThatDoesNotLookBeforeAllIsSentGetsTheRefusalToo(int status, boolean chunked) throws Exception {
        HttpHandler handler = (request, response) -> {
            if (status == 413) {
                request.body(1_000);
            }
            response.status(404).sendText("nothing here");
        };
        byte[] body = new byte[20_000_000];
        String length = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length;
        try (LoopbackServer server = LoopbackServer.start("refusing", 0, handler);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(5_000);
            OutputStream out = socket.getOutputStream();
            for (int request = 0; request < 2; request++) {
                out.write(("POST / HTTP/1.1\r\nHost: x\r\n" + length + "\r\n\r\n").getBytes(US_ASCII));
                if (chunked) {
                    out.write((Integer.toHexString(body.length) + "\r\n").getBytes(US_ASCII));
                }
                out.write(body);
                if (chunked) {
                    out.write("\r\n0\r\n\r\n".getBytes(US_ASCII));
                }
                assertThat(head(socket)).as("request %d", request).startsWith("HTTP/1.1 " + status);
            }
        }
    }

    /** The head of an answer; its body, which must have a length, is passed over. */
    private static String head(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            assertThat(next).as("the next of %s", head).isNotNegative();
            head.append((char) next);
        }
        Matcher length = Pattern.compile("Content-Length: (\\d+)").matcher(head);
        assertThat(length.find()).isTrue();
        in.readNBytes(Integer.parseInt(length.group(1)));
        return head.toString();
    }

    @Test
    void aBodyThatIsRefusedAndThenStopsComingKeepsNobody() throws Exception {
        HttpHandler handler = (request, response) -> response.status(404).sendText("nothing here");
        try (LoopbackServer server = LoopbackServer.start("refusing", 0, handler);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\nbegun".getBytes(US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .endsWith("nothing here");
        }
    }
}
