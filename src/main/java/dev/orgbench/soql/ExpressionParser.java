package dev.orgbench.soql;

import dev.orgbench.soql.Expression.Constant;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Expression.FunctionCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads fields and functions. */
final class ExpressionParser {
    private static final int MOST_PARENTS = 5;

    private final TokenCursor cursor;
    private final ValueParser values;

    ExpressionParser(TokenCursor cursor, ValueParser values) {
        this.cursor = cursor;
        this.values = values;
    }

    Expression expression() throws SoqlSyntaxException {
        return cursor.peek(1).isSymbol("(") ? call() : path();
    }

    FieldPath path() throws SoqlSyntaxException {
        List<Name> names = new ArrayList<>();
        Range start = cursor.peek().range();
        do {
            // Relationships may be called Group; no field has the name of a reserved word.
            if (Keywords.isReserved(cursor.peek()) && !cursor.peek(1).isSymbol(".")) {
                throw cursor.unexpected();
            }
            names.add(cursor.expectName());
        } while (cursor.takeIfSymbol("."));
        Range range = cursor.since(start);
        // One name more than parents and field: an alias may stand in front.
        if (names.size() > MOST_PARENTS + 2) {
            throw cursor.problem(range, Wording.tooManyLevels(MOST_PARENTS));
        }
        return new FieldPath(range, names);
    }

    /** What stands behind FROM: an object, which may be called Group, or a path to a relationship. */
    FieldPath source() throws SoqlSyntaxException {
        if (cursor.atWord("GROUP") && !cursor.peek(1).isSymbol(".")) {
            Name group = cursor.expectName();
            return new FieldPath(group.range(), List.of(group));
        }
        return path();
    }

    private FunctionCall call() throws SoqlSyntaxException {
        Name name = cursor.expectName();
        Optional<SoqlFunction> function = SoqlFunction.named(name.text());
        if (function.isEmpty()) {
            throw cursor.unexpected();
        }
        cursor.enter();
        cursor.expectSymbol("(");
        List<Expression> arguments = new ArrayList<>();
        while (!cursor.atSymbol(")")) {
            if (!function.get().takesMoreThan(arguments.size())) {
                throw cursor.unexpected();
            }
            if (!arguments.isEmpty()) {
                cursor.expectSymbol(",");
            }
            arguments.add(argument());
        }
        if (!function.get().takes(arguments.size())) {
            throw cursor.unexpected();
        }
        cursor.expectSymbol(")");
        cursor.leave();
        return new FunctionCall(cursor.since(name.range()), name, function.get(), arguments);
    }

    private Expression argument() throws SoqlSyntaxException {
        return switch (cursor.peek().kind()) {
            case TEXT, NUMBER -> new Constant(values.value());
            default -> expression();
        };
    }
}
