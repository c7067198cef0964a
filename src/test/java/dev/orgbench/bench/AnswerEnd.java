package dev.orgbench.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Finds where each HTTP answer of one connection ends, by its length or its last chunk, and looks at nothing else. */
final class AnswerEnd {
    private static final byte[] HEAD_END = {'\r', '\n', '\r', '\n'};
    private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final long CHUNKED = Long.MAX_VALUE;

    private ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    /** Bytes of the whole answer, -1 while its head is not there, or {@link #CHUNKED}. */
    private long length = -1;

    /**
     * Reads what has come.
     *
     * @return whether this was the end of an answer
     * @throws IOException if the server closed the connection or answered anything but 200
     */
    boolean readFrom(SocketChannel channel) throws IOException {
        if (!buffer.hasRemaining()) {
            buffer = ByteBuffer.allocate(buffer.capacity() * 2).put(buffer.flip());
        }
        if (channel.read(buffer) < 0) {
            throw new IOException("the server closed the connection");
        }
        if (length < 0) {
            readHead();
        }
        boolean ended = length == CHUNKED ? endsWith(LAST_CHUNK) : length >= 0 && buffer.position() >= length;
        if (ended) {
            buffer.clear();
            length = -1;
        }
        return ended;
    }

    private void readHead() throws IOException {
        int end = headEnd();
        if (end < 0) {
            return;
        }
        String head = new String(buffer.array(), 0, end, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        if (!head.startsWith("http/1.1 200")) {
            throw new IOException("answered: " + head.lines().findFirst().orElse(""));
        }
        length = head.lines()
                .filter(line -> line.startsWith("content-length:"))
                .map(line -> end
                        + Long.parseLong(
                                line.substring("content-length:".length()).strip()))
                .findFirst()
                .orElse(CHUNKED);
    }

    /** Behind the empty line. */
    private int headEnd() {
        byte[] bytes = buffer.array();
        for (int i = HEAD_END.length; i <= buffer.position(); i++) {
            if (Arrays.equals(bytes, i - HEAD_END.length, i, HEAD_END, 0, HEAD_END.length)) {
                return i;
            }
        }
        return -1;
    }

    private boolean endsWith(byte[] end) {
        int to = buffer.position();
        return to >= end.length && Arrays.equals(buffer.array(), to - end.length, to, end, 0, end.length);
    }
}
