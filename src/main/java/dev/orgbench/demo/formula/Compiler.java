package dev.orgbench.demo.formula;

import dev.orgbench.demo.data.SqlText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Turns a formula's tree into SQL, and checks its types on the way. */
final class Compiler {
    private static final Library LIBRARY = Library.load();

    private final Place place;
    private final FieldReader fields;
    private final Forms forms;

    Compiler(Place place) {
        this.place = place;
        this.fields = new FieldReader(place);
        this.forms = new Forms(this, fields, place);
    }

    Sql compile(Node node) throws FormulaException {
        return switch (node) {
            case Node.Numeral numeral ->
                Sql.exact(new BigDecimal(numeral.digits()).doubleValue() + "", ValueType.NUMBER);
            case Node.Text text -> Sql.of(SqlText.text(text.text()), ValueType.TEXT);
            case Node.Constant constant -> constant(constant.word());
            case Node.Path path -> fields.read(path);
            case Node.Call call -> call(call);
            case Node.Binary binary -> binary(binary);
            case Node.Unary unary -> unary(unary);
        };
    }

    /** An argument that must be of one of those types. */
    Sql argument(String function, Node node, Set<ValueType> types) throws FormulaException {
        Sql sql = compile(node);
        if (sql.type() == ValueType.NOTHING) {
            ValueType type = types.iterator().next();
            return Sql.of(Sql.blank(type), type);
        }
        if (!types.contains(sql.type())) {
            refusePicklist(node, sql);
            throw FormulaException.wrong(Wording.parameter(function, types, sql.type()));
        }
        return sql;
    }

    /** A picklist stands nowhere but where it is expected. */
    static void refusePicklist(Node node, Sql sql) throws FormulaException {
        if (sql.type().isPicklist() && node instanceof Node.Path path) {
            throw FormulaException.wrong(Wording.picklistField(path.text()));
        }
    }

    private static Sql constant(String word) {
        return switch (word) {
            case "TRUE" -> Sql.of("1", ValueType.BOOLEAN);
            case "FALSE" -> Sql.of("0", ValueType.BOOLEAN);
            default -> Sql.of("NULL", ValueType.NOTHING);
        };
    }

    private Sql call(Node.Call call) throws FormulaException {
        if (Forms.has(call.function())) {
            return forms.compile(call);
        }
        Library.Function function = LIBRARY.find(call.function())
                .orElseThrow(() -> FormulaException.wrong(Wording.noSuchFunction(call.function())));
        if (function.sql().isEmpty()) {
            throw FormulaException.notServed(call.function() + "()");
        }
        if (function.onlyInRules() && place.use() != Place.Use.RULE) {
            throw FormulaException.wrong(Wording.notInThisFormula(call.function()));
        }
        function.requireCount(call.arguments().size());
        List<Sql> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Set<ValueType> types = function.parameter(i).types();
            arguments.add(argument(call.function(), call.arguments().get(i), types));
        }
        return function.apply(arguments);
    }

    private Sql binary(Node.Binary node) throws FormulaException {
        Sql left = compile(node.left());
        Sql right = compile(node.right());
        refusePicklist(node.left(), left);
        refusePicklist(node.right(), right);
        return Operators.apply(node.operator(), left, right);
    }

    private Sql unary(Node.Unary node) throws FormulaException {
        boolean not = node.operator().equals("!");
        ValueType type = not ? ValueType.BOOLEAN : ValueType.NUMBER;
        Sql operand = compile(node.operand());
        refusePicklist(node.operand(), operand);
        if (!operand.type().fits(type)) {
            throw FormulaException.wrong(Wording.operands(node.operator(), Set.of(type), operand.type()));
        }
        if (not) {
            return Sql.of("(NOT " + (operand.type() == type ? operand.text() : "0") + ")", type);
        }
        return new Sql("(- " + operand.text() + ")", type, operand.exact());
    }
}
