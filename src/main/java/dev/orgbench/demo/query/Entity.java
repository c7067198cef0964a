package dev.orgbench.demo.query;

import dev.orgbench.demo.data.SqlText;
import dev.orgbench.demo.schema.SObject;
import java.util.List;

/** What fields are taken from: a table in the FROM clause, or what a polymorphic reference points to. */
sealed interface Entity {
    /** As errors and {@code attributes} name it. */
    String name();

    /** Rows of one object, under a name of their own. */
    record Table(SObject object, String alias) implements Entity {
        @Override
        public String name() {
            return object.name();
        }

        String column(String field) {
            return alias + "." + SqlText.name(field);
        }
    }

    /**
     * Salesforce's Name object: the fields that all the objects behind a polymorphic reference share.
     *
     * @param relationship as the schema names it
     * @param reference the SQL of the reference
     * @param targets the objects of this org that it may point to
     */
    record AnyOf(String relationship, String reference, List<SObject> targets) implements Entity {
        @Override
        public String name() {
            return "Name";
        }
    }
}
