package dev.orgbench.soql;

import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.SelectItem.FieldSet;
import dev.orgbench.soql.SelectItem.When;
import dev.orgbench.soql.Slot.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a SELECT list. */
final class SelectParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final QueryParser queries;

    SelectParser(TokenCursor cursor, ExpressionParser expressions, QueryParser queries) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.queries = queries;
    }

    List<SelectItem> items() {
        List<SelectItem> items = new ArrayList<>();
        do {
            items.add(item());
        } while (moreFollow());
        return items;
    }

    /** The fields that a search returns: neither sub-queries nor sets of fields. */
    List<SelectItem> fields() {
        List<SelectItem> fields = new ArrayList<>();
        do {
            Expression expression = expressions.expression(Use.RETURNING);
            Name alias = alias();
            fields.add(new SelectItem.Column(cursor.since(expression.range()), expression, alias));
            if (!cursor.atSymbol(",") && !isBehindList() && !cursor.atCaret()) {
                cursor.unexpected("a comma or a closing parenthesis");
                cursor.skipToNextPart();
            }
        } while (cursor.takeIfSymbol(","));
        return fields;
    }

    /** Takes the comma; where it is missing but another item follows, reports that. */
    private boolean moreFollow() {
        if (cursor.takeIfSymbol(",")) {
            return true;
        }
        cursor.offer("FROM");
        if (isBehindList()) {
            return false;
        }
        Token token = cursor.peek();
        boolean item = (token.kind() == TokenKind.WORD && !Keywords.isReserved(token)) || token.isSymbol("(");
        if (item && cursor.last().range().end() < token.range().start()) {
            cursor.reportHere(Fault.of(
                    token.range(),
                    Wording.unexpected(token),
                    "A comma is missing before " + Unexpected.shown(token.text()) + ".",
                    new Fix(
                            "Add a comma",
                            new Range(
                                    cursor.last().range().end(),
                                    cursor.last().range().end()),
                            ",")));
            return !(token.isWord("WHEN") || token.isWord("THEN") || token.isWord("END")) || skipped();
        }
        cursor.unexpected("a comma or FROM");
        return skipped();
    }

    private boolean skipped() {
        cursor.skipToNextPart();
        return cursor.takeIfSymbol(",");
    }

    private boolean isBehindList() {
        return cursor.atEnd() || cursor.atSymbol(")") || Clause.at(cursor) != null;
    }

    private SelectItem item() {
        Token first = cursor.peek();
        cursor.offer("TYPEOF", "FIELDS");
        if (first.isSymbol("(")) {
            return children(first);
        }
        if (first.isWord("FROM")) {
            return missing();
        }
        if (first.isWord("TYPEOF") && isName(cursor.peek(1))) {
            return typeOf();
        }
        if (first.isWord("FIELDS") && cursor.peek(1).isSymbol("(")) {
            return allFields();
        }
        if (first.kind() == TokenKind.UNKNOWN && first.text().equals("*")) {
            return star(first);
        }
        Expression expression = expressions.expression(Use.SELECT);
        Name alias = alias();
        return new SelectItem.Column(cursor.since(expression.range()), expression, alias);
    }

    private static boolean isName(Token token) {
        return token.kind() == TokenKind.WORD || token.kind() == TokenKind.CARET;
    }

    private SelectItem children(Token first) {
        cursor.take();
        Query query = queries.nested();
        cursor.expectSymbol(")");
        return new SelectItem.Children(cursor.since(first.range()), query);
    }

    /** Nothing in front of FROM. */
    private SelectItem missing() {
        Token from = cursor.peek();
        Token comma = cursor.last();
        cursor.reportHere(
                comma.isSymbol(",")
                        ? new Fault(
                                from.range(),
                                Wording.unexpected(from),
                                new Problem(
                                        comma.range(),
                                        Severity.ERROR,
                                        "A field is missing behind the comma.",
                                        List.of(new Fix("Remove the comma", comma.range(), ""))))
                        : Fault.of(
                                from.range(),
                                Wording.unexpected(from),
                                "A field is missing before FROM.",
                                new Fix("Select Id", cursor.here(), "Id ")));
        FieldPath path = new FieldPath(cursor.here(), List.of(cursor.missingName()));
        return new SelectItem.Column(path.range(), path, null);
    }

    private SelectItem star(Token star) {
        cursor.reportHere(Fault.of(
                star.range(),
                Wording.unexpected(star),
                "SOQL has no *. FIELDS(ALL) selects every field, and needs a LIMIT of at most 200.",
                new Fix("Change to FIELDS(ALL)", star.range(), "FIELDS(ALL)"),
                new Fix("Change to FIELDS(STANDARD)", star.range(), "FIELDS(STANDARD)")));
        cursor.take();
        return new SelectItem.AllFields(star.range(), FieldSet.ALL);
    }

    private @Nullable Name alias() {
        return Keywords.mayBeAlias(cursor.peek()) ? cursor.expectName("an alias") : null;
    }

    private SelectItem allFields() {
        Token first = cursor.take();
        cursor.expectSymbol("(");
        cursor.offer("ALL", "STANDARD", "CUSTOM");
        FieldSet fieldSet = FieldSet.ALL;
        boolean known = false;
        for (FieldSet each : FieldSet.values()) {
            if (cursor.atWord(each.name())) {
                fieldSet = each;
                known = true;
            }
        }
        if (!known) {
            cursor.unexpected("ALL, STANDARD or CUSTOM");
        }
        if (known || cursor.peek(1).isSymbol(")")) {
            cursor.take();
        }
        cursor.expectSymbol(")");
        return new SelectItem.AllFields(cursor.since(first.range()), fieldSet);
    }

    private SelectItem typeOf() {
        Token first = cursor.take();
        FieldPath relationship = expressions.path(names -> new Slot.Field(Use.SELECT, names, null));
        List<When> branches = new ArrayList<>();
        do {
            cursor.expectWord("WHEN");
            cursor.offer(new Slot.Branch(relationship));
            Name type = cursor.expectName("an object");
            cursor.expectWord("THEN");
            branches.add(new When(type, paths(names -> new Slot.BranchField(type, names))));
            cursor.offer("WHEN", "ELSE", "END");
        } while (cursor.atWord("WHEN"));
        List<FieldPath> otherwise = cursor.takeIfWord("ELSE")
                ? paths(names -> new Slot.BranchField(new Name(cursor.here(), "Name"), names))
                : List.of();
        cursor.expectWord("END");
        return new SelectItem.TypeOf(cursor.since(first.range()), relationship, branches, otherwise);
    }

    private List<FieldPath> paths(Function<List<Name>, Slot> slot) {
        List<FieldPath> paths = new ArrayList<>();
        do {
            paths.add(expressions.path(slot));
        } while (cursor.takeIfSymbol(","));
        return paths;
    }
}
