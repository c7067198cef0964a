package dev.orgbench.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ClientWatchTest {
    private static final byte[] REQUEST =
            "POST /work HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi".getBytes(US_ASCII);

    @Test
    void workForAClientThatLeavesIsInterrupted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        CompletableFuture<Boolean> leftInterrupted = new CompletableFuture<>();
        try (LoopbackServer server = LoopbackServer.start("watch", 0, (request, response) -> {
            request.body(100);
            try (ClientWatch _ = request.watchClient()) {
                begun.countDown();
                interrupted.complete(isInterruptedWithin10Seconds());
            }
            leftInterrupted.complete(Thread.currentThread().isInterrupted());
            response.send();
        })) {
            try (Socket client = connect(server)) {
                client.getOutputStream().write(REQUEST);
                assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(interrupted.get(5, TimeUnit.SECONDS)).isTrue();
            assertThat(leftInterrupted.get(5, TimeUnit.SECONDS)).isFalse();
        }
    }

    @Test
    void aRequestSentAheadIsNotTakenForLeaving() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        try (LoopbackServer server = LoopbackServer.start("watch", 0, (request, response) -> {
            byte[] body = request.body(100);
            try (ClientWatch _ = request.watchClient()) {
                begun.countDown();
                // Longer than several glances at the connection, where the next request waits.
                boolean interrupted = new CountDownLatch(1).await(800, TimeUnit.MILLISECONDS);
                response.sendText(new String(body, US_ASCII) + interrupted);
            }
        })) {
            try (Socket client = connect(server)) {
                client.getOutputStream().write(REQUEST);
                assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
                client.getOutputStream().write(REQUEST);
                client.getOutputStream()
                        .write("POST /work HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 3\r\n\r\nend"
                                .getBytes(US_ASCII));
                assertThat(new String(client.getInputStream().readAllBytes(), US_ASCII))
                        .containsSubsequence("hifalse", "hifalse", "endfalse");
            }
        }
    }

    /** As a blocking call does, it leaves the thread interrupted. */
    private static boolean isInterruptedWithin10Seconds() {
        try {
            new CountDownLatch(1).await(10, TimeUnit.SECONDS);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static Socket connect(LoopbackServer server) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.port());
    }
}
