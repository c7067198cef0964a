package dev.orgbench.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that are slow, by their nature or on purpose, hold no connection for long. */
@Timeout(20)
class SlowClientsTest {
    @Test
    void aBodyThatStopsComingIsAnsweredWith408() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(
                        "slow", 0, 300, (request, response) -> response.send("text/plain", request.body(100)));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\nonly this"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 408")
                    .contains("did not come in time");
        }
    }

    @Test
    void aBodyThatTricklesIsAnsweredWith408() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(
                        "trickle", 0, 300, (request, response) -> response.send("text/plain", request.body(100)));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 90\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(trickle(socket, "x".repeat(90)))
                    .startsWith("HTTP/1.1 408")
                    .contains("did not come in time");
        }
    }

    @Test
    void aHeadThatTricklesIsCut() throws Exception {
        try (LoopbackServer server = echo();
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            assertThat(trickle(socket, "x".repeat(90))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoWaitsForASlowAnswerIsNotCut(boolean isStreaming) throws Exception {
        try (LoopbackServer server = LoopbackServer.start("worker", 0, 200, (request, response) -> {
                    request.body(10);
                    OutputStream out = isStreaming ? response.stream("text/event-stream") : null;
                    if (out != null) {
                        out.write(": begun\n\n".getBytes(StandardCharsets.US_ASCII));
                        out.flush();
                    }
                    TimeUnit.MILLISECONDS.sleep(1_000);
                    if (out == null) {
                        response.sendText("done");
                    } else {
                        out.write("data: done\n\n".getBytes(StandardCharsets.US_ASCII));
                        out.close();
                    }
                });
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write("POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200")
                    .contains("done");
        }
    }

    @Test
    void aConnectionThatStaysSilentIsClosed_alsoAfterAnAnswer() throws Exception {
        try (LoopbackServer server = echo();
                Socket silent = new Socket(InetAddress.getLoopbackAddress(), server.port());
                Socket kept = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            kept.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            silent.setSoTimeout(5_000);
            kept.setSoTimeout(5_000);
            assertThat(silent.getInputStream().readAllBytes()).isEmpty();
            assertThat(new String(kept.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aHeadInTwoPartsMayLeadToALongAnswer() throws Exception {
        HttpHandler slow = (_, response) -> {
            try {
                Thread.sleep(700);
            } catch (InterruptedException e) {
                throw new InterruptedIOException();
            }
            response.send("text/plain", "late".getBytes(StandardCharsets.US_ASCII));
        };
        try (LoopbackServer server = LoopbackServer.start("late", 0, 300, slow);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            for (String part : List.of("GET / HTTP/1.1\r\nHost: x\r\nConnec", "tion: close\r\n\r\n")) {
                socket.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
                Thread.sleep(100);
            }
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .endsWith("late");
        }
    }

    /** Sends a byte each 50 ms until there is an answer or the connection is closed; what was answered. */
    private static String trickle(Socket socket, String text) throws IOException {
        socket.setSoTimeout(50);
        for (byte sent : text.getBytes(StandardCharsets.US_ASCII)) {
            socket.getOutputStream().write(sent);
            try {
                int first = socket.getInputStream().read();
                return first < 0
                        ? ""
                        : (char) first + new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (SocketTimeoutException notYet) {
                assertThat(notYet).isNotNull();
            } catch (SocketException cut) {
                return "";
            }
        }
        throw new AssertionError("The server took all of it");
    }

    private static LoopbackServer echo() throws IOException {
        return LoopbackServer.start(
                "echo", 0, 300, (request, response) -> response.send("text/plain;charset=UTF-8", request.body(10)));
    }
}
