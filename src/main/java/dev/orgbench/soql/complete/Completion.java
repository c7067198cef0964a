package dev.orgbench.soql.complete;

import dev.orgbench.soql.Expected;
import dev.orgbench.soql.Slot;
import dev.orgbench.soql.Soql;
import dev.orgbench.soql.complete.Proposals.Insert;
import dev.orgbench.soql.meaning.Operand;
import dev.orgbench.soql.meaning.Scope;
import dev.orgbench.soql.schema.ChildSchema;
import dev.orgbench.soql.schema.ObjectSchema;
import dev.orgbench.soql.schema.ObjectSummary;
import dev.orgbench.soql.schema.Schema;
import dev.orgbench.soql.sosl.Sosl;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Proposes what may stand at the caret; works in broken and empty text alike. */
public final class Completion {
    private static final int SOURCE = 0;
    private static final int KEYWORD = 50;
    private static final Set<String> LAST_WORDS =
            Set.of("ASC", "DESC", "NULLS FIRST", "NULLS LAST", "ALL", "STANDARD", "CUSTOM", "END", "FIRST", "LAST");

    private final Expected expected;
    private final Scope scope;
    private final Proposals proposals;

    private Completion(String text, Expected expected, Schema schema) {
        this.expected = expected;
        this.scope = Scope.at(expected.query(), expected.word(), schema);
        this.proposals = new Proposals(text, expected);
    }

    /**
     * What may stand at {@code caret}, the likeliest first. What {@code schema} does not know yet is missing.
     *
     * @param caret from 0 to the length of {@code soql}
     * @return empty inside a text or number that is the person's own
     */
    public static List<Proposal> at(String soql, int caret, Schema schema) {
        return new Completion(soql, Soql.expectedAt(soql, caret), schema).all();
    }

    /** The same for a SOSL search. */
    public static List<Proposal> atSearch(String sosl, int caret, Schema schema) {
        return new Completion(sosl, Sosl.expectedAt(sosl, caret), schema).all();
    }

    private List<Proposal> all() {
        expected.slots().forEach(this::add);
        if (!expected.quoted()) {
            expected.keywords().forEach(this::addKeyword);
        }
        return proposals.best();
    }

    private void add(Slot slot) {
        if (expected.quoted() && !(slot instanceof Slot.Literal)) {
            return;
        }
        switch (slot) {
            case Slot.Source source -> addSources();
            case Slot.Field field -> addFields(field);
            case Slot.BranchField branch -> new FieldProposals(scope, proposals).addBranch(branch);
            case Slot.Branch branch -> addBranches(branch);
            case Slot.Operator operator ->
                new ValueProposals(proposals).addOperators(Operand.of(operator.left(), scope));
            case Slot.Literal literal ->
                new ValueProposals(proposals).addValues(Operand.of(literal.left(), scope), expected.quoted());
        }
    }

    private void addFields(Slot.Field field) {
        new FieldProposals(scope, proposals).addAll(field);
        if (field.function() != null) {
            FunctionProposals.addInside(proposals, field.function());
        } else if (field.parents().isEmpty()) {
            FunctionProposals.addAll(proposals, field.use(), scope.query().groupBy() != null);
        }
    }

    /** Objects; in a sub-query of SELECT, the children of the object outside. */
    private void addSources() {
        if (scope.parent().isPresent()) {
            scope.parent().get().target().object().known().ifPresent(this::addChildren);
            return;
        }
        for (ObjectSummary object : scope.schema().objects().known().orElse(List.of())) {
            if (object.queryable()) {
                proposals.add(
                        SOURCE,
                        ProposalKind.OBJECT,
                        object.name(),
                        Insert.of(object.name()),
                        (object.custom() ? "custom" : "standard") + " · " + object.label(),
                        "");
            }
        }
    }

    private void addChildren(ObjectSchema object) {
        for (ChildSchema child : object.children()) {
            proposals.add(
                    SOURCE,
                    ProposalKind.RELATIONSHIP,
                    child.relationshipName(),
                    Insert.of(child.relationshipName()),
                    "children: " + child.childObject(),
                    "");
        }
    }

    private void addBranches(Slot.Branch branch) {
        scope.walk(branch.relationship().parents())
                .object()
                .known()
                .flatMap(object -> object.parent(branch.relationship().field().text()))
                .ifPresent(reference -> reference
                        .referenceTo()
                        .forEach(name ->
                                proposals.add(SOURCE, ProposalKind.OBJECT, name, Insert.andAgain(name + " "), "", "")));
    }

    private void addKeyword(String keyword) {
        String behind = proposals.behind();
        boolean already = behind.stripLeading().toUpperCase(Locale.ROOT).startsWith(keyword + " ");
        if (already) {
            return;
        }
        boolean needsMore = !LAST_WORDS.contains(keyword) && !isScope(keyword);
        boolean call = keyword.equals("FIELDS") || keyword.equals("ROLLUP") || keyword.equals("CUBE");
        Insert insert;
        if (call && !behind.startsWith("(")) {
            insert = new Insert(keyword + "()", keyword.length() + 1, true);
        } else if (needsMore && !call && !behind.startsWith(" ")) {
            insert = Insert.andAgain(keyword + " ");
        } else {
            insert = Insert.of(keyword);
        }
        proposals.add(KEYWORD, ProposalKind.KEYWORD, keyword, insert, "", "");
    }

    /** Scopes alone are written in small letters. */
    private static boolean isScope(String keyword) {
        return Character.isLowerCase(keyword.charAt(0));
    }
}
