package dev.orgbench.soql;

import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.SelectItem.FieldSet;
import dev.orgbench.soql.SelectItem.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    List<SelectItem> items() throws SoqlSyntaxException {
        List<SelectItem> items = new ArrayList<>();
        do {
            items.add(item());
        } while (cursor.takeIfSymbol(","));
        return items;
    }

    private SelectItem item() throws SoqlSyntaxException {
        Token first = cursor.peek();
        if (cursor.takeIfSymbol("(")) {
            Query query = queries.query();
            cursor.expectSymbol(")");
            return new SelectItem.Children(cursor.since(first.range()), query);
        }
        if (first.isWord("FROM")) {
            throw cursor.unexpected();
        }
        if (first.isWord("TYPEOF") && cursor.peek(1).kind() == TokenKind.WORD) {
            return typeOf();
        }
        if (first.isWord("FIELDS") && cursor.peek(1).isSymbol("(")) {
            return allFields();
        }
        Expression expression = expressions.expression();
        Name alias = alias();
        return new SelectItem.Column(cursor.since(first.range()), expression, alias);
    }

    private @Nullable Name alias() throws SoqlSyntaxException {
        return Keywords.mayBeAlias(cursor.peek()) ? cursor.expectName() : null;
    }

    private SelectItem allFields() throws SoqlSyntaxException {
        Token first = cursor.take();
        cursor.expectSymbol("(");
        FieldSet fieldSet =
                switch (cursor.peek().text().toUpperCase(Locale.ROOT)) {
                    case "ALL" -> FieldSet.ALL;
                    case "STANDARD" -> FieldSet.STANDARD;
                    case "CUSTOM" -> FieldSet.CUSTOM;
                    default -> throw cursor.unexpected();
                };
        cursor.take();
        cursor.expectSymbol(")");
        return new SelectItem.AllFields(cursor.since(first.range()), fieldSet);
    }

    private SelectItem typeOf() throws SoqlSyntaxException {
        Token first = cursor.take();
        FieldPath relationship = expressions.path();
        List<When> branches = new ArrayList<>();
        do {
            cursor.expectWord("WHEN");
            Name type = cursor.expectName();
            cursor.expectWord("THEN");
            branches.add(new When(type, paths()));
        } while (cursor.atWord("WHEN"));
        List<FieldPath> otherwise = cursor.takeIfWord("ELSE") ? paths() : List.of();
        cursor.expectWord("END");
        return new SelectItem.TypeOf(cursor.since(first.range()), relationship, branches, otherwise);
    }

    private List<FieldPath> paths() throws SoqlSyntaxException {
        List<FieldPath> paths = new ArrayList<>();
        do {
            paths.add(expressions.path());
        } while (cursor.takeIfSymbol(","));
        return paths;
    }
}
