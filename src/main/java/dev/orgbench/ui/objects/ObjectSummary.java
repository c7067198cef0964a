package dev.orgbench.ui.objects;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Locale;

/**
 * An object as the global describe tells it.
 *
 * @param keyPrefix the first three characters of its records' ids; empty if it has none
 */
record ObjectSummary(
        String name, String label, String labelPlural, String keyPrefix, boolean custom, boolean queryable) {
    static final Comparator<ObjectSummary> BY_NAME =
            Comparator.comparing(ObjectSummary::name, String.CASE_INSENSITIVE_ORDER);

    /** An id of a record, in 15 or 18 characters. */
    private static final String ID = "[a-z0-9]{15}([a-z0-9]{3})?";

    static ObjectSummary of(JsonNode json) {
        return new ObjectSummary(
                json.path("name").asText(),
                json.path("label").asText(),
                json.path("labelPlural").asText(),
                json.path("keyPrefix").asText(""),
                json.path("custom").asBoolean(),
                json.path("queryable").asBoolean());
    }

    /** Whether {@code wanted}, in lower case, is in a name or label, or is the key prefix or an id of one of its records. */
    boolean matches(String wanted) {
        return wanted.isEmpty()
                // "line item" means OpportunityLineItem, and "feature request" Feature_Request__c.
                || (wanted.contains(" ")
                        && name.toLowerCase(Locale.ROOT).replace("_", "").contains(wanted.replace(" ", "")))
                || name.toLowerCase(Locale.ROOT).contains(wanted)
                || label.toLowerCase(Locale.ROOT).contains(wanted)
                || labelPlural.toLowerCase(Locale.ROOT).contains(wanted)
                || (!keyPrefix.isEmpty() && isOf(wanted));
    }

    private boolean isOf(String wanted) {
        String prefix = keyPrefix.toLowerCase(Locale.ROOT);
        return wanted.equals(prefix) || (wanted.startsWith(prefix) && wanted.matches(ID));
    }

    /** How well it fits, the best lowest: the very name, its beginning, somewhere in it, only in the label. */
    int rank(String wanted) {
        String lower = name.toLowerCase(Locale.ROOT);
        String spoken = label.toLowerCase(Locale.ROOT);
        if (lower.equals(wanted) || spoken.equals(wanted)) {
            return 0;
        }
        if (lower.startsWith(wanted) || spoken.startsWith(wanted)) {
            return 1;
        }
        return lower.contains(wanted) ? 2 : 3;
    }
}
