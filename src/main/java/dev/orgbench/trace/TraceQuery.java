package dev.orgbench.trace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are looked for. Empty texts and nulls allow all; what is given must hold together.
 *
 * @param text words that all occur, each as a word's beginning, in the entry or an exchange under it: names, addresses,
 *     failures, the beginnings of bodies. Upper and lower case are the same. Signs, emoji and words of rarer scripts are
 *     found in the entry itself, wherever they stand in it
 * @param orgId the org's id
 * @param server the MCP server's name
 * @param client how the client named itself
 * @param name the tool, the JSON-RPC method of other messages, or what in the window asked; see {@link Message#title()}
 *     and {@link Cause#name()}
 * @param outcome whether it failed
 * @param from the earliest begin, inclusive
 * @param to the latest begin, exclusive
 */
public record TraceQuery(
        String text,
        String orgId,
        String server,
        String client,
        String name,
        Outcome outcome,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Everything. */
    public static final TraceQuery ALL = new TraceQuery("", "", "", "", "", Outcome.ANY, null, null);

    /** Whether an entry failed: a message by its result, an exchange by its status or for want of an answer. */
    public enum Outcome {
        ANY,
        OK,
        FAILED
    }

    public TraceQuery withText(String words) {
        return new TraceQuery(words, orgId, server, client, name, outcome, from, to);
    }

    public TraceQuery withOrg(String id) {
        return new TraceQuery(text, id, server, client, name, outcome, from, to);
    }

    public TraceQuery withServer(String named) {
        return new TraceQuery(text, orgId, named, client, name, outcome, from, to);
    }

    public TraceQuery withClient(String named) {
        return new TraceQuery(text, orgId, server, named, name, outcome, from, to);
    }

    public TraceQuery withName(String named) {
        return new TraceQuery(text, orgId, server, client, named, outcome, from, to);
    }

    public TraceQuery withOutcome(Outcome wanted) {
        return new TraceQuery(text, orgId, server, client, name, wanted, from, to);
    }

    public TraceQuery between(@Nullable Instant begin, @Nullable Instant end) {
        return new TraceQuery(text, orgId, server, client, name, outcome, begin, end);
    }

    /** What {@link #text} asks for. */
    SearchedWords words() {
        return SearchedWords.in(text);
    }

    /** Whether an entry that is in memory is looked for; the exchanges under a message are not looked through. */
    boolean finds(TraceEntry entry) {
        EntryText told = EntryText.of(entry);
        return (orgId.isEmpty() || orgId.equals(told.orgId()))
                && (server.isEmpty() || server.equals(told.server()))
                && (client.isEmpty() || client.equals(told.client()))
                && (name.isEmpty() || name.equals(told.name()))
                && (outcome == Outcome.ANY || (outcome == Outcome.FAILED) == told.failed())
                && (from == null || !entry.started().isBefore(from))
                && (to == null || entry.started().isBefore(to))
                && words().standIn(told);
    }
}
