package dev.orgbench.demo.formula;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What operators do. Two blanks are equal, a blank differs from every value, and is neither less nor greater than one (not
 * confirmed; all of it is here).
 */
final class Operators {
    private static final Set<ValueType> NUMBERS = Set.of(ValueType.NUMBER);
    private static final Set<ValueType> TEXTS = Set.of(ValueType.TEXT);
    private static final Set<ValueType> BOOLEANS = Set.of(ValueType.BOOLEAN);
    private static final Set<ValueType> TIMES = Set.of(ValueType.DATE, ValueType.DATETIME, ValueType.TIME);
    private static final List<ValueType> ADDED =
            List.of(ValueType.NUMBER, ValueType.TEXT, ValueType.DATE, ValueType.DATETIME, ValueType.TIME);
    private static final List<ValueType> SUBTRACTED =
            List.of(ValueType.NUMBER, ValueType.DATE, ValueType.DATETIME, ValueType.TIME);
    private static final List<ValueType> ORDERED = ADDED;
    private static final List<ValueType> COMPARED = compared();

    private Operators() {}

    static Sql apply(String operator, Sql left, Sql right) throws FormulaException {
        return switch (operator) {
            case "+" -> plus(left, right);
            case "-" -> minus(left, right);
            case "*" -> number(operator, left, right, "(%s * %s)");
            // Whole numbers would be divided without their remainder.
            case "/" -> number(operator, left, right, "(%s * 1.0 / %s)");
            case "^" -> number(operator, left, right, "power(%s, %s)");
            case "&" -> both(operator, TEXTS, left, right, "(%s || %s)");
            case "&&" -> both(operator, BOOLEANS, left, right, "(%s AND %s)");
            case "||" -> both(operator, BOOLEANS, left, right, "(%s OR %s)");
            case "=" -> equal(operator, left, right, "IS");
            case "<>" -> equal(operator, left, right, "IS NOT");
            default -> order(operator, left, right);
        };
    }

    private static Sql plus(Sql left, Sql right) throws FormulaException {
        if (left.type() == ValueType.TEXT || right.type() == ValueType.TEXT) {
            return both("+", TEXTS, left, right, "(%s || %s)");
        }
        if (TIMES.contains(left.type())) {
            require("+", NUMBERS, right);
            return Sql.of("formula_plus(" + left.text() + ", " + right.text() + ")", left.type());
        }
        if (TIMES.contains(right.type())) {
            require("+", NUMBERS, left);
            return Sql.of("formula_plus(" + right.text() + ", " + left.text() + ")", right.type());
        }
        require("+", ADDED, left);
        return number("+", left, right, "(%s + %s)");
    }

    private static Sql minus(Sql left, Sql right) throws FormulaException {
        if (!TIMES.contains(left.type())) {
            require("-", SUBTRACTED, left);
            return number("-", left, right, "(%s - %s)");
        }
        if (right.type() == left.type()) {
            return Sql.of("formula_between(" + right.text() + ", " + left.text() + ")", ValueType.NUMBER);
        }
        require("-", List.of(ValueType.NUMBER, left.type()), right);
        return Sql.of("formula_plus(" + left.text() + ", - (" + right.text() + "))", left.type());
    }

    private static Sql number(String operator, Sql left, Sql right, String sql) throws FormulaException {
        return both(operator, NUMBERS, left, right, sql);
    }

    private static Sql both(String operator, Collection<ValueType> types, Sql left, Sql right, String sql)
            throws FormulaException {
        require(operator, types, left);
        require(operator, types, right);
        ValueType type = types.iterator().next();
        return Sql.of(sql.formatted(operand(left, type), operand(right, type)), type);
    }

    private static Sql equal(String operator, Sql left, Sql right, String sql) throws FormulaException {
        require(operator, COMPARED, left);
        ValueType type = left.type() == ValueType.NOTHING ? right.type() : left.type();
        require(operator, type == ValueType.NOTHING ? COMPARED : List.of(type), right);
        return Sql.of("(" + compared(left, type) + " " + sql + " " + compared(right, type) + ")", ValueType.BOOLEAN);
    }

    private static Sql order(String operator, Sql left, Sql right) throws FormulaException {
        require(operator, ORDERED, left);
        ValueType type = left.type() == ValueType.NOTHING ? right.type() : left.type();
        require(operator, type == ValueType.NOTHING ? ORDERED : List.of(type), right);
        String sql = compared(left, type) + " " + operator + " " + compared(right, type);
        return Sql.of("coalesce(" + sql + ", 0)", ValueType.BOOLEAN);
    }

    private static String compared(Sql operand, ValueType type) {
        return operand.type() == ValueType.NUMBER ? operand.comparable() : operand(operand, type);
    }

    private static String operand(Sql operand, ValueType type) {
        return operand.type() == ValueType.NOTHING ? Sql.blank(type) : operand.text();
    }

    private static void require(String operator, Collection<ValueType> types, Sql operand) throws FormulaException {
        if (operand.type() != ValueType.NOTHING && !types.contains(operand.type())) {
            throw FormulaException.wrong(Wording.operands(operator, types, operand.type()));
        }
    }

    private static List<ValueType> compared() {
        List<ValueType> types = new ArrayList<>(ADDED);
        types.add(ValueType.BOOLEAN);
        return List.copyOf(types);
    }
}
