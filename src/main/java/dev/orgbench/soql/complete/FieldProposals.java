package dev.orgbench.soql.complete;

import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Name;
import dev.orgbench.soql.SelectItem;
import dev.orgbench.soql.Slot;
import dev.orgbench.soql.Slot.Use;
import dev.orgbench.soql.SoqlFunction;
import dev.orgbench.soql.complete.Proposals.Insert;
import dev.orgbench.soql.meaning.Scope;
import dev.orgbench.soql.meaning.Target;
import dev.orgbench.soql.schema.ChildSchema;
import dev.orgbench.soql.schema.FieldSchema;
import dev.orgbench.soql.schema.FieldType;
import dev.orgbench.soql.schema.ObjectSchema;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Proposes fields, the ways to parents and to children. */
final class FieldProposals {
    private static final int FIRST = 0;
    private static final int FIELD = 10;
    private static final int PARENT = 20;
    private static final int ALIAS = 25;
    private static final int CHILDREN = 40;

    private final Scope scope;
    private final Proposals proposals;

    FieldProposals(Scope scope, Proposals proposals) {
        this.scope = scope;
        this.proposals = proposals;
    }

    void addAll(Slot.Field slot) {
        Target target = scope.walk(slot.parents());
        Set<String> selected = isList(slot) ? selected() : Set.of();
        String parents = String.join(".", slot.parents().stream().map(Name::key).toList());
        String before = parents.isEmpty() ? "" : parents + ".";
        target.object().known().ifPresent(object -> {
            for (FieldSchema field : sorted(object)) {
                boolean isNew = !selected.contains(before + field.name().toLowerCase(Locale.ROOT));
                if (isNew && fits(field, slot.use(), slot.function())) {
                    add(field);
                }
            }
            addParents(object);
            boolean children = slot.use() == Use.SELECT
                    && slot.function() == null
                    && slot.parents().isEmpty();
            if (children) {
                addChildren(object);
            }
        });
        if (slot.parents().isEmpty()) {
            addAliases();
        }
    }

    private static boolean isList(Slot.Field slot) {
        return (slot.use() == Use.SELECT || slot.use() == Use.RETURNING) && slot.function() == null;
    }

    void addBranch(Slot.BranchField slot) {
        scope.walk(scope.object(slot.type().text()), slot.parents())
                .object()
                .known()
                .ifPresent(object -> {
                    sorted(object).forEach(this::add);
                    addParents(object);
                });
    }

    private static List<FieldSchema> sorted(ObjectSchema object) {
        return object.fields().stream()
                .sorted(Comparator.comparing(FieldSchema::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private void add(FieldSchema field) {
        boolean first = field.type() == FieldType.ID || field.name().equals("Name");
        proposals.add(
                first ? FIRST : FIELD,
                ProposalKind.FIELD,
                field.name(),
                Insert.of(field.name()),
                Details.of(field),
                field.helpText());
    }

    private void addParents(ObjectSchema object) {
        object.parents().stream()
                .sorted(Comparator.comparing(FieldSchema::relationshipName, String.CASE_INSENSITIVE_ORDER))
                .forEach(field -> proposals.add(
                        PARENT,
                        ProposalKind.RELATIONSHIP,
                        field.relationshipName(),
                        Insert.andAgain(field.relationshipName() + (isPointBehind() ? "" : ".")),
                        "to " + Details.targets(field) + " · " + field.label(),
                        field.helpText()));
    }

    private boolean isPointBehind() {
        return proposals.behind().startsWith(".");
    }

    private void addChildren(ObjectSchema object) {
        String opening = "(SELECT ";
        for (ChildSchema child : object.children()) {
            String text = opening + "Id FROM " + child.relationshipName() + ")";
            proposals.add(
                    CHILDREN,
                    ProposalKind.RELATIONSHIP,
                    child.relationshipName(),
                    new Insert(text, (opening + "Id").length(), false),
                    "children: " + child.childObject(),
                    "The records of " + child.childObject() + " whose " + child.field() + " is this record.");
        }
    }

    private void addAliases() {
        for (Map.Entry<String, Target> alias : scope.aliases().entrySet()) {
            proposals.add(
                    ALIAS,
                    ProposalKind.RELATIONSHIP,
                    alias.getKey(),
                    Insert.andAgain(alias.getKey() + (isPointBehind() ? "" : ".")),
                    "alias of " + alias.getValue().shownName(),
                    "");
        }
    }

    private Set<String> selected() {
        Set<String> selected = new HashSet<>();
        for (SelectItem item : scope.query().select()) {
            if (item instanceof SelectItem.Column column && column.expression() instanceof FieldPath path) {
                boolean typedNow =
                        !proposals.typed().isEmpty() && path.field().text().startsWith(proposals.typed());
                if (!typedNow) {
                    selected.add(path.text().toLowerCase(Locale.ROOT));
                }
            }
        }
        return selected;
    }

    private static boolean fits(FieldSchema field, Use use, @Nullable SoqlFunction function) {
        if (function != null) {
            return fits(field, function);
        }
        return switch (use) {
            case SELECT, RETURNING, HAVING -> true;
            case WHERE -> field.filterable();
            case GROUP_BY -> field.groupable();
            case ORDER_BY -> field.sortable();
        };
    }

    /** Whether the function takes such a field. (SOQL and SOSL Reference, "Aggregate Functions", "Date Functions".) */
    static boolean fits(FieldSchema field, SoqlFunction function) {
        FieldType type = field.type();
        return switch (function) {
            case SUM, AVG -> field.aggregatable() && type.family() == FieldType.Family.NUMBER;
            case COUNT, COUNT_DISTINCT, MIN, MAX -> field.aggregatable();
            case GROUPING -> field.groupable();
            case CONVERT_TIMEZONE, DAY_ONLY, HOUR_IN_DAY -> type == FieldType.DATE_TIME;
            case CONVERT_CURRENCY -> type == FieldType.CURRENCY;
            case TO_LABEL -> type.isPicklist() || type == FieldType.OTHER;
            case DISTANCE, GEOLOCATION -> type.family() == FieldType.Family.COMPOUND;
            case FORMAT -> type.isDay() || type.family() == FieldType.Family.NUMBER || type == FieldType.TIME;
            default -> type.isDay();
        };
    }
}
