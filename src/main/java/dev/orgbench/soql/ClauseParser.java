package dev.orgbench.soql;

import dev.orgbench.soql.Query.Amount;
import dev.orgbench.soql.Query.CategoryFilter;
import dev.orgbench.soql.Query.CategorySelector;
import dev.orgbench.soql.Query.Direction;
import dev.orgbench.soql.Query.Ending;
import dev.orgbench.soql.Query.EndingKind;
import dev.orgbench.soql.Query.Grouping;
import dev.orgbench.soql.Query.GroupingKind;
import dev.orgbench.soql.Query.Nulls;
import dev.orgbench.soql.Query.Ordering;
import dev.orgbench.soql.Slot.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the clauses behind FROM, one at a time. */
final class ClauseParser {
    private static final String[] ACCESS = {"USER_MODE", "SYSTEM_MODE", "SECURITY_ENFORCED"};
    private static final String[] SELECTORS =
            Stream.of(CategorySelector.values()).map(Enum::name).toArray(String[]::new);

    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final ConditionParser conditions;
    private final ValueParser values;

    ClauseParser(TokenCursor cursor, ExpressionParser expressions, ConditionParser conditions, ValueParser values) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.conditions = conditions;
        this.values = values;
    }

    /** Reads {@code clause}, whose words are next, into {@code draft}. */
    void read(Clause clause, QueryDraft draft) {
        Token first = cursor.peek();
        if (clause == Clause.ALL_ROWS) {
            reportAllRows();
        }
        clause.take(cursor);
        switch (clause) {
            case USING -> draft.scope = scope();
            case LIST_VIEW -> draft.listView = listView();
            case WHERE -> draft.where = conditions.condition(Use.WHERE);
            case WITH -> with(draft);
            case GROUP_BY -> draft.groupBy = groupBy(first.range());
            case HAVING -> draft.having = conditions.condition(Use.HAVING);
            case ORDER_BY -> draft.orderBy.addAll(orderBy());
            case LIMIT -> draft.limit = amount(first.range());
            case OFFSET -> draft.offset = amount(first.range());
            case FROM, ALL_ROWS -> {}
            default -> endings(first.range(), clause, draft);
        }
    }

    /** {@code FOR VIEW}, {@code UPDATE TRACKING, VIEWSTAT}: the first is taken. */
    private void endings(Range start, Clause first, QueryDraft draft) {
        draft.endings.add(new Ending(cursor.since(start), EndingKind.valueOf(first.name())));
        while (cursor.takeIfSymbol(",")) {
            Clause further = first.furtherAt(cursor);
            if (further == null || draft.has(further)) {
                cursor.unexpected("what else there is behind " + first.firstWord());
            } else {
                Range range = cursor.take().range();
                draft.endings.add(new Ending(range, EndingKind.valueOf(further.name())));
            }
        }
    }

    private void reportAllRows() {
        Token first = cursor.peek();
        Range both = first.range().to(cursor.peek(1).range());
        cursor.reportHere(new Fault(
                first.range(),
                Wording.ALL_ROWS,
                new Problem(
                        both,
                        Severity.ERROR,
                        "ALL ROWS works in Apex only. To see deleted records too, run the query with queryAll.",
                        List.of(new Fix("Remove ALL ROWS", both, "")))));
    }

    private Name scope() {
        Keywords.SCOPES.forEach(cursor::offer);
        return cursor.expectName("a scope");
    }

    private Name listView() {
        cursor.expectSymbol("=");
        return cursor.expectName("a list view");
    }

    private void with(QueryDraft draft) {
        cursor.offer(ACCESS);
        cursor.offer("DATA CATEGORY");
        if (cursor.atWords("DATA", "CATEGORY")) {
            draft.categories.addAll(categories());
            return;
        }
        for (String mode : ACCESS) {
            if (cursor.atWord(mode)) {
                draft.access = new Name(cursor.take().range(), mode);
                return;
            }
        }
        cursor.unexpected("USER_MODE, SYSTEM_MODE, SECURITY_ENFORCED or DATA CATEGORY");
        boolean word = cursor.peek().kind() == TokenKind.WORD && Clause.at(cursor) == null;
        if (word || cursor.atCaret()) {
            cursor.take();
        }
    }

    /** {@code DATA CATEGORY}, which are next, with all that must hold. */
    List<CategoryFilter> categories() {
        cursor.take();
        cursor.take();
        List<CategoryFilter> all = new ArrayList<>();
        do {
            all.add(category());
        } while (cursor.takeIfWord("AND"));
        return all;
    }

    private CategoryFilter category() {
        Name group = cursor.expectName("a data category group");
        cursor.offer(SELECTORS);
        CategorySelector selector = CategorySelector.AT;
        boolean known = false;
        for (CategorySelector each : CategorySelector.values()) {
            if (!known && cursor.takeIfWord(each.name())) {
                selector = each;
                known = true;
            }
        }
        if (!known) {
            cursor.unexpected("AT, ABOVE, BELOW or ABOVE_OR_BELOW");
        }
        List<Name> categories = new ArrayList<>();
        if (cursor.takeIfSymbol("(")) {
            do {
                categories.add(cursor.expectName("a data category"));
            } while (cursor.takeIfSymbol(","));
            cursor.expectSymbol(")");
        } else {
            categories.add(cursor.expectName("a data category"));
        }
        return new CategoryFilter(cursor.since(group.range()), group, selector, categories);
    }

    private Grouping groupBy(Range start) {
        GroupingKind kind = GroupingKind.PLAIN;
        cursor.offer("ROLLUP", "CUBE");
        if (cursor.peek(1).isSymbol("(")) {
            if (cursor.takeIfWord("ROLLUP")) {
                kind = GroupingKind.ROLLUP;
            } else if (cursor.takeIfWord("CUBE")) {
                kind = GroupingKind.CUBE;
            }
        }
        if (kind != GroupingKind.PLAIN) {
            cursor.expectSymbol("(");
        }
        List<Expression> groups = new ArrayList<>();
        do {
            groups.add(expressions.expression(Use.GROUP_BY));
        } while (cursor.takeIfSymbol(","));
        if (kind != GroupingKind.PLAIN) {
            cursor.expectSymbol(")");
        }
        return new Grouping(cursor.since(start), kind, groups);
    }

    private List<Ordering> orderBy() {
        List<Ordering> all = new ArrayList<>();
        do {
            Expression expression = expressions.expression(Use.ORDER_BY);
            cursor.offer("ASC", "DESC");
            Direction direction = null;
            if (cursor.takeIfWord("ASC")) {
                direction = Direction.ASC;
            } else if (cursor.takeIfWord("DESC")) {
                direction = Direction.DESC;
            }
            cursor.offer("NULLS FIRST", "NULLS LAST");
            Nulls nulls = cursor.takeIfWord("NULLS") ? nulls() : null;
            all.add(new Ordering(cursor.since(expression.range()), expression, direction, nulls));
        } while (cursor.takeIfSymbol(","));
        return all;
    }

    private @Nullable Nulls nulls() {
        cursor.offer("FIRST", "LAST");
        if (cursor.takeIfWord("FIRST")) {
            return Nulls.FIRST;
        }
        if (cursor.takeIfWord("LAST")) {
            return Nulls.LAST;
        }
        cursor.unexpected("FIRST or LAST");
        if (cursor.atCaret()) {
            cursor.take();
        }
        return null;
    }

    /** @param start where LIMIT or OFFSET stands, which is taken */
    @Nullable
    Amount amount(Range start) {
        Token number = cursor.peek();
        if (number.isSymbol(":")) {
            values.bind();
            return null;
        }
        if (!number.isWholeNumber()) {
            cursor.unexpected("a whole number");
            if (number.kind() == TokenKind.NUMBER || number.kind() == TokenKind.TEXT || cursor.atCaret()) {
                cursor.take();
            }
            return null;
        }
        cursor.take();
        return new Amount(cursor.since(start), Integer.parseInt(number.text()));
    }
}
