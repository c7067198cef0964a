package dev.orgbench.tools.salesforce;

import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.ObjectDescribe.FieldDescribe;

/** What is done to a record that is written, and by that which fields it can be given. */
enum Writing {
    CREATE("create", "a new record"),
    UPDATE("update", "an update"),
    /** Whether it creates or updates is known only when it is done. */
    UPSERT("create or update", "an upsert");

    private final String verb;
    private final String noun;

    Writing(String verb, String noun) {
        this.verb = verb;
        this.noun = noun;
    }

    /** {@code create}. */
    String verb() {
        return verb;
    }

    /** {@code a new record}. */
    String noun() {
        return noun;
    }

    boolean takes(FieldDescribe field) {
        return switch (this) {
            case CREATE -> field.is("createable");
            case UPDATE -> field.is("updateable");
            case UPSERT -> field.is("createable") || field.is("updateable");
        };
    }

    boolean takes(ObjectDescribe object) {
        return switch (this) {
            case CREATE -> object.allows("createable");
            case UPDATE -> object.allows("updateable");
            case UPSERT -> object.allows("createable") || object.allows("updateable");
        };
    }
}
