package dev.orgbench.soql.complete;

import dev.orgbench.soql.DateKeyword;
import dev.orgbench.soql.complete.Proposals.Insert;
import dev.orgbench.soql.meaning.Operand;
import dev.orgbench.soql.schema.FieldSchema;
import dev.orgbench.soql.schema.FieldType;
import dev.orgbench.soql.schema.FieldType.Family;
import dev.orgbench.soql.schema.PicklistEntry;
import java.util.Optional;

/** Proposes operators and values by the field that they are for. */
final class ValueProposals {
    private static final int LIKELY = 0;
    private static final int COUNTED = 5;
    private static final int NULL = 10;

    private final Proposals proposals;

    ValueProposals(Proposals proposals) {
        this.proposals = proposals;
    }

    void addOperators(Operand left) {
        Optional<FieldType> type = left.type();
        boolean multiple = type.filter(t -> t == FieldType.MULTIPICKLIST).isPresent();
        operator("=", "equals");
        operator("!=", "differs, or has no value");
        if (multiple) {
            set("INCLUDES", "has one of these, or all of 'a;b'");
            set("EXCLUDES", "has none of these");
            return;
        }
        if (type.isEmpty() || type.get().family() == Family.TEXT) {
            operator("LIKE", "matches a pattern: % any characters, _ one");
        }
        boolean yesNo = type.filter(t -> t.family() == Family.BOOLEAN).isPresent();
        if (!yesNo) {
            set("IN", "is one of these");
            set("NOT IN", "is none of these");
        }
        boolean ordered = type.map(ValueProposals::isOrdered).orElse(true);
        if (ordered) {
            operator(">", "greater");
            operator(">=", "greater or equal");
            operator("<", "less");
            operator("<=", "less or equal");
        }
    }

    private static boolean isOrdered(FieldType type) {
        return type.family() != Family.ID && type.family() != Family.BOOLEAN;
    }

    private void operator(String text, String detail) {
        proposals.add(LIKELY, ProposalKind.OPERATOR, text, Insert.andAgain(text + " "), detail, "");
    }

    private void set(String word, String detail) {
        String opening = word + " (";
        proposals.add(
                LIKELY, ProposalKind.OPERATOR, word, new Insert(opening + ")", opening.length(), true), detail, "");
    }

    /** @param quoted whether the caret is within quotes, so that texts alone fit */
    void addValues(Operand left, boolean quoted) {
        left.field().ifPresent(field -> {
            for (PicklistEntry entry : field.picklistValues()) {
                boolean same = entry.label().equals(entry.value());
                proposals.add(
                        LIKELY,
                        ProposalKind.PICKLIST_VALUE,
                        entry.value(),
                        Insert.of(quoted(entry.value())),
                        same ? "picklist" : "picklist · " + entry.label(),
                        "");
            }
        });
        if (quoted) {
            return;
        }
        Optional<FieldType> type = left.type();
        if (type.isPresent()) {
            addByFamily(type.get());
        }
        boolean mayBeNull = left.field().map(FieldSchema::nillable).orElse(type.isEmpty());
        if (mayBeNull) {
            literal(NULL, "null", "no value");
        }
    }

    private void addByFamily(FieldType type) {
        switch (type.family()) {
            case BOOLEAN -> {
                literal(LIKELY, "true", "");
                literal(LIKELY, "false", "");
            }
            case DATE, DATE_TIME -> addDates();
            case TEXT, ID -> {
                if (!type.isPicklist() && proposals.typed().isEmpty()) {
                    proposals.add(LIKELY, ProposalKind.LITERAL, "''", new Insert("''", 1, false), "text in quotes", "");
                }
            }
            default -> {}
        }
    }

    private void addDates() {
        for (DateKeyword keyword : DateKeyword.values()) {
            String text = keyword.isCounted() ? keyword + ":" : keyword.name();
            proposals.add(
                    keyword.isCounted() ? COUNTED : LIKELY,
                    ProposalKind.DATE_LITERAL,
                    text,
                    Insert.of(text),
                    keyword.explanation(),
                    "");
        }
    }

    private void literal(int weight, String text, String detail) {
        proposals.add(weight, ProposalKind.LITERAL, text, Insert.of(text), detail, "");
    }

    static String quoted(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
