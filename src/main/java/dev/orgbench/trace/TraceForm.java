package dev.orgbench.trace;

import dev.orgbench.store.Form;
import java.util.List;

/** What {@code trace.db} looks like. */
final class TraceForm {
    private static final String ENTRY = """
            CREATE TABLE entry (
                id INTEGER PRIMARY KEY,
                message_id INTEGER,
                started INTEGER NOT NULL,
                took INTEGER,
                org_id TEXT NOT NULL,
                org TEXT NOT NULL,
                server TEXT NOT NULL,
                client TEXT NOT NULL,
                name TEXT NOT NULL,
                method TEXT NOT NULL,
                tool TEXT,
                url TEXT,
                status INTEGER NOT NULL,
                failure TEXT,
                failed INTEGER NOT NULL,
                summary TEXT,
                size INTEGER NOT NULL)""";

    /** Apart from the rest, so that looking through all entries does not drag all bodies along. */
    private static final String CONTENT = "CREATE TABLE content (id INTEGER PRIMARY KEY, packed BLOB NOT NULL)";

    private static final String WORDS =
            "CREATE VIRTUAL TABLE words USING fts5(text, content='', detail=none, contentless_delete=1)";

    /** Kept apart from the entries, which go when there are too many; times are seconds, rounded down to the slot. */
    private static final String API_USE = """
            CREATE TABLE api_use (
                org_id TEXT NOT NULL,
                slot INTEGER NOT NULL,
                server TEXT NOT NULL,
                name TEXT NOT NULL,
                calls INTEGER NOT NULL,
                requests INTEGER NOT NULL,
                PRIMARY KEY (org_id, slot, server, name)) WITHOUT ROWID""";

    private static final String API_LEVEL = """
            CREATE TABLE api_level (
                org_id TEXT NOT NULL,
                slot INTEGER NOT NULL,
                at INTEGER NOT NULL,
                used INTEGER NOT NULL,
                allowed INTEGER NOT NULL,
                PRIMARY KEY (org_id, slot)) WITHOUT ROWID""";

    static final Form FORM = new Form(
            List.of(List.of(
                    ENTRY,
                    "CREATE INDEX entry_under ON entry (message_id) WHERE message_id > 0",
                    CONTENT,
                    WORDS,
                    API_USE,
                    API_LEVEL)),
            false);

    private TraceForm() {}
}
