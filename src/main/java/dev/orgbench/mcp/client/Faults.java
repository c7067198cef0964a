package dev.orgbench.mcp.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What went wrong with a request, in a sentence that says what to do. */
final class Faults {
    private Faults() {}

    /** No answer came, or only a part of one. */
    static McpException unanswered(Peer peer, Duration timeout, @Nullable Throwable cause) {
        String text =
                switch (cause) {
                    case ConnectException _, NoRouteToHostException _ -> nobody(peer);
                    // Reading has no timeout of its own, so this one came while connecting.
                    case SocketTimeoutException _ -> nobody(peer);
                    case UnknownHostException _ ->
                        "The name " + peer.name() + " is not known; check the URL, and whether its tunnel is up.";
                    case SSLException e ->
                        "No secure connection to " + peer.name() + " could be made: "
                                + peer.quote(String.valueOf(e.getMessage()));
                    case Wire.TooLongException _ ->
                        peer.name() + " sent more than " + (Wire.LONGEST_ANSWER >> 20) + " MB; ask for less.";
                    case InterruptedIOException _ ->
                        peer.name() + " did not answer within " + timeout.toSeconds()
                                + " s. What was asked for may still happen there.";
                    case IOException _ ->
                        peer.name() + " broke off before it had answered. What was asked for may have happened.";
                    case null, default -> "The request to " + peer.name() + " could not be made.";
                };
        return cause == null ? new McpException(text) : new McpException(text, cause);
    }

    private static String nobody(Peer peer) {
        return "Nothing answers at " + peer.name()
                + (peer.isThisMachine() ? "; is Orgbench running?" : "; check the URL, and whether its tunnel is up.");
    }

    /** An answer came, but not one that a client can use. */
    static McpException unusable(Peer peer, Reply reply) {
        String said = said(peer, reply);
        return new McpException(
                switch (reply.status()) {
                    case 401 ->
                        peer.name() + " wants to know who calls (401): give the server's access token as "
                                + "\"Authorization: Bearer ...\"." + said;
                    case 403 ->
                        peer.name() + " refused the call (403): the access token may not use this server, or "
                                + "the URL's host is not allowed there." + said;
                    case 404 ->
                        "No MCP server lives at this URL of " + peer.name() + " (404): it may have expired, "
                                + "been revoked or been given a new URL. Copy the URL anew from Servers." + said;
                    case 405 -> peer.name() + " takes no messages at this URL (405); it is not an MCP endpoint." + said;
                    case 413 -> "The arguments are too long for " + peer.name() + " (413)." + said;
                    case 429 -> peer.name() + " has had too many requests (429); wait, then try again." + said;
                    default -> other(peer, reply, said);
                });
    }

    private static String other(Peer peer, Reply reply, String said) {
        if (reply.status() >= 500) {
            return peer.name() + " failed (" + reply.status() + "); its own log should say why." + said;
        }
        if (reply.status() >= 400) {
            return peer.name() + " refused the message (" + reply.status() + ")." + said;
        }
        if (reply.status() >= 300) {
            return peer.name() + " sends callers elsewhere (" + reply.status() + "); use the final URL instead.";
        }
        if (reply.contentType().startsWith("text/event-stream")) {
            return peer.name() + " ended its event stream before it had answered."
                    + " What was asked for may have happened.";
        }
        return peer.name() + " answered, but not in MCP (" + reply.status() + ", "
                + (reply.contentType().isEmpty() ? "no content type" : peer.quote(reply.contentType()))
                + "); check the URL.";
    }

    private static String said(Peer peer, Reply reply) {
        String words =
                reply.response() != null ? reply.response().at("/error/message").asText() : plain(reply);
        return words.isBlank() ? "" : " It said: " + peer.quote(words);
    }

    /** Error pages in HTML tell a person less than their status does. */
    private static String plain(Reply reply) {
        return reply.contentType().startsWith("text/plain")
                        || reply.contentType().contains("json")
                ? reply.text()
                : "";
    }
}
