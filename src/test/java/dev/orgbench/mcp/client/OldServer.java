package dev.orgbench.mcp.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** A server that writes what it is told to, byte for byte, and closes each connection after one answer. */
final class OldServer implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    /** @param answers from a message's JSON to all of the answer, head and body */
    OldServer(UnaryOperator<String> answers) throws IOException {
        Thread.ofVirtual().start(() -> serve(answers));
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/mcp");
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void serve(UnaryOperator<String> answers) {
        while (!listener.isClosed()) {
            try (Socket client = listener.accept()) {
                answer(client, answers);
            } catch (SocketException gone) {
                // The test has ended, or the client has.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void answer(Socket client, UnaryOperator<String> answers) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        char[] body = new char[length];
        for (int read = 0; read < length; ) {
            int now = in.read(body, read, length - read);
            if (now < 0) {
                return;
            }
            read += now;
        }
        client.getOutputStream().write(answers.apply(new String(body)).getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }
}
