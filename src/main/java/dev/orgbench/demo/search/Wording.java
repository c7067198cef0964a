package dev.orgbench.demo.search;

/** What a search that can not run is told. Salesforce's words for these have no public source; all are from memory. */
final class Wording {
    static final String BAD_LIMIT = "limit and offset must be whole numbers, and a limit greater than 0";
    static final String NO_OBJECT = "suggestions need one or more objects: sobject=Account";

    private static final String TOO_SHORT = "search term must be longer than one character";

    private Wording() {}

    /** The code for a search that is refused in these words. (Recorded: a term that is too short has one of its own.) */
    static String codeOf(String message) {
        return message.startsWith(TOO_SHORT) ? "INVALID_SEARCH" : "MALFORMED_SEARCH";
    }

    static String notSearchable(String object) {
        return "entity type " + object + " does not support search";
    }

    static String twice(String object) {
        return "duplicate entity type in RETURNING: " + object;
    }

    static String notHere(String clause) {
        return clause + " is not supported by this org";
    }

    static String unknownGroup(String group) {
        return "unknown search group: " + group;
    }
}
