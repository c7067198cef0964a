package dev.orgbench.mcp.server;

import java.io.IOException;
import java.util.Map;

/**
 * The answer to one message. Anything may be said to the client before it, while the work goes on, if the client can
 * take that. Safe for use by several threads.
 */
interface Reply extends Listening.Out {
    /** Whether something can be said before the answer. */
    boolean canStream();

    /**
     * Says something before the answer; nothing happens where that cannot be, or where the answer was given already.
     *
     * @throws IOException if the client has gone
     */
    @Override
    void message(String json) throws IOException;

    /** A header of the answer, unless its head has gone out already. */
    void header(String name, String value);

    /**
     * Gives the answer.
     *
     * @param json the JSON-RPC response; empty for none
     * @throws IOException if the client has gone
     */
    void finish(int status, Map<String, String> headers, String json) throws IOException;

    /** Ends without an answer, as a client wants it that has cancelled its request. */
    void finishSilently() throws IOException;

    /** From here until what is returned is closed, the calling thread is interrupted if the client goes away. */
    Watch watch();

    /** See {@link #watch}. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
