package dev.orgbench.soql;

import dev.orgbench.soql.Expression.Constant;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Expression.FunctionCall;
import dev.orgbench.soql.Expression.UnknownCall;
import dev.orgbench.soql.Slot.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads fields and functions. */
final class ExpressionParser {
    private static final int MOST_PARENTS = 5;
    private static final List<String> FUNCTIONS =
            Stream.of(SoqlFunction.values()).map(SoqlFunction::soqlName).toList();

    private final TokenCursor cursor;
    private final ValueParser values;

    ExpressionParser(TokenCursor cursor, ValueParser values) {
        this.cursor = cursor;
        this.values = values;
    }

    /** A field or a function of the clause {@code use}. */
    Expression expression(Use use) {
        return expression(use, null);
    }

    private Expression expression(Use use, @Nullable SoqlFunction inside) {
        if (cursor.peek(1).isSymbol("(") && !cursor.atSymbol("(")) {
            cursor.offer(new Slot.Field(use, List.of(), inside));
            return call(use);
        }
        return path(names -> new Slot.Field(use, names, inside));
    }

    /** @param slot what a place behind those names is for */
    FieldPath path(Function<List<Name>, Slot> slot) {
        List<Name> names = new ArrayList<>(2);
        Range start = cursor.peek().range();
        do {
            if (cursor.atCaret()) {
                cursor.offer(slot.apply(names));
            }
            // Relationships may be called Group; no field has the name of a reserved word.
            if (Keywords.isReserved(cursor.peek()) && !cursor.peek(1).isSymbol(".")) {
                cursor.unexpected("a field");
                names.add(cursor.missingName());
                break;
            }
            names.add(cursor.expectName("a field"));
        } while (cursor.takeIfSymbol("."));
        Range range = names.getFirst().isMissing() && names.size() == 1 ? cursor.here() : cursor.since(start);
        // One name more than parents and field: an alias may stand in front.
        if (names.size() > MOST_PARENTS + 2) {
            cursor.report(Fault.of(
                    range,
                    Wording.tooManyLevels(MOST_PARENTS),
                    "A path goes through at most " + MOST_PARENTS + " parents; this one has " + (names.size() - 1)
                            + "."));
        }
        return new FieldPath(range, names);
    }

    /** What stands behind FROM: an object, which may be called Group, or a path to a relationship. */
    FieldPath source() {
        cursor.offer(new Slot.Source());
        if (cursor.atWord("GROUP") && !cursor.peek(1).isSymbol(".")) {
            Name group = cursor.expectName("an object");
            return new FieldPath(group.range(), List.of(group));
        }
        return path(names -> new Slot.Source());
    }

    private Expression call(Use use) {
        Name name = cursor.expectName("a function");
        SoqlFunction function = SoqlFunction.named(name.text()).orElse(null);
        if (function == null) {
            if (!name.isMissing()) {
                reportUnknown(name);
            }
            return unknownCall(name, use);
        }
        cursor.enter();
        cursor.expectSymbol("(");
        List<Expression> arguments = new ArrayList<>(1);
        while (!cursor.atSymbol(")") && !isBehindCall()) {
            if (!function.takesMoreThan(arguments.size())) {
                cursor.unexpected("a closing parenthesis");
                cursor.skipToClose();
                break;
            }
            if (!arguments.isEmpty()) {
                cursor.expectSymbol(",");
            }
            arguments.add(argument(use, function));
        }
        if (!function.takes(arguments.size())) {
            cursor.unexpected(
                    function == SoqlFunction.DISTANCE || function == SoqlFunction.GEOLOCATION
                            ? "another argument"
                            : "a field");
        }
        closeCall();
        cursor.leave();
        return new FunctionCall(cursor.since(name.range()), name, function, arguments);
    }

    /** Whether the closing parenthesis was forgotten. */
    private boolean isBehindCall() {
        return cursor.atEnd()
                || (Keywords.isReserved(cursor.peek()) && !cursor.peek(1).isSymbol("."));
    }

    private void closeCall() {
        if (!cursor.atSymbol(")") && !isBehindCall()) {
            cursor.unexpected("a closing parenthesis");
            cursor.skipToClose();
        }
        cursor.expectSymbol(")");
    }

    private void reportUnknown(Name name) {
        Range range = name.range();
        List<Fix> fixes = Spelling.near(name.text(), FUNCTIONS, 2).stream()
                .map(near -> new Fix("Change to " + near, range, near))
                .toList();
        Token parenthesis = cursor.peek();
        cursor.report(new Fault(
                parenthesis.range(),
                Wording.unexpected(parenthesis),
                new Problem(range, Severity.ERROR, "SOQL has no function " + name.text() + ".", fixes)));
    }

    private Expression unknownCall(Name name, Use use) {
        cursor.enter();
        List<Expression> arguments = new ArrayList<>();
        cursor.takeIfSymbol("(");
        while (!cursor.atSymbol(")") && !isBehindCall()) {
            arguments.add(argument(use, null));
            if (!cursor.takeIfSymbol(",")) {
                break;
            }
        }
        closeCall();
        cursor.leave();
        return new UnknownCall(cursor.since(name.range()), name, arguments);
    }

    private Expression argument(Use use, @Nullable SoqlFunction function) {
        return switch (cursor.peek().kind()) {
            case TEXT, NUMBER -> new Constant(values.value());
            default -> cursor.atSymbol(":") ? new Constant(values.bind()) : argumentField(use, function);
        };
    }

    private Expression argumentField(Use use, @Nullable SoqlFunction function) {
        Token token = cursor.peek();
        if (token.kind() == TokenKind.UNKNOWN && token.text().equals("*")) {
            cursor.reportHere(Fault.of(
                    token.range(),
                    Wording.unexpected(token),
                    "SOQL counts records with COUNT(Id), or COUNT() alone.",
                    new Fix("Change to Id", token.range(), "Id")));
            cursor.take();
            return new FieldPath(token.range(), List.of(new Name(token.range(), "")));
        }
        return expression(use, function);
    }
}
