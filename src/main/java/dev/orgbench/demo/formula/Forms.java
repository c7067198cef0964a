package dev.orgbench.demo.formula;

import dev.orgbench.demo.formula.Place.Use;
import dev.orgbench.demo.schema.ValidationRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The functions whose arguments are not all worked out alike, or that take any type. */
final class Forms {
    private static final Set<String> NAMES = Set.of(
            "IF",
            "CASE",
            "AND",
            "OR",
            "NOT",
            "ISBLANK",
            "ISNULL",
            "BLANKVALUE",
            "NULLVALUE",
            "ISPICKVAL",
            "INCLUDES",
            "TEXT",
            "PRIORVALUE",
            "ISCHANGED",
            "ISNEW");
    private static final Set<String> OF_A_CHANGE = Set.of("PRIORVALUE", "ISCHANGED", "ISNEW");
    private static final Set<ValueType> BOOLEAN = Collections.unmodifiableSet(EnumSet.of(ValueType.BOOLEAN));
    private static final Set<ValueType> TEXT = Collections.unmodifiableSet(EnumSet.of(ValueType.TEXT));
    private static final Set<ValueType> PICKLIST = Collections.unmodifiableSet(EnumSet.of(ValueType.PICKLIST));
    private static final Set<ValueType> MULTIPICKLIST =
            Collections.unmodifiableSet(EnumSet.of(ValueType.MULTIPICKLIST));
    private static final Set<ValueType> SHOWN = Collections.unmodifiableSet(
            EnumSet.of(ValueType.NUMBER, ValueType.DATE, ValueType.DATETIME, ValueType.TIME, ValueType.PICKLIST));

    private final Compiler compiler;
    private final FieldReader fields;
    private final Place place;

    Forms(Compiler compiler, FieldReader fields, Place place) {
        this.compiler = compiler;
        this.fields = fields;
        this.place = place;
    }

    static boolean has(String function) {
        return NAMES.contains(function);
    }

    Sql compile(Node.Call call) throws FormulaException {
        String name = call.function();
        if (OF_A_CHANGE.contains(name) && place.use() != Use.RULE) {
            throw FormulaException.wrong(Wording.notInThisFormula(name));
        }
        return switch (name) {
            case "IF" -> choice(call);
            case "CASE" -> cases(call);
            case "AND" -> logic(call, " AND ");
            case "OR" -> logic(call, " OR ");
            case "NOT" -> {
                requireCount(call, 1);
                yield bool("(NOT " + argument(call, 0, BOOLEAN).text() + ")");
            }
            case "ISBLANK" -> bool(blank(any(call, 1)));
            case "ISNULL" -> isNull(any(call, 1));
            case "BLANKVALUE", "NULLVALUE" -> instead(call);
            case "ISPICKVAL" -> {
                requireCount(call, 2);
                yield bool("(" + argument(call, 0, PICKLIST).text() + " = "
                        + argument(call, 1, TEXT).text() + ")");
            }
            case "INCLUDES" -> {
                requireCount(call, 2);
                yield bool("(instr(';' || " + argument(call, 0, MULTIPICKLIST).text() + " || ';', ';' || "
                        + argument(call, 1, TEXT).text() + " || ';') > 0)");
            }
            case "TEXT" -> {
                requireCount(call, 1);
                yield text(argument(call, 0, SHOWN));
            }
            case "PRIORVALUE" -> fields.prior(field(call));
            case "ISCHANGED" -> {
                Node.Path field = field(call);
                yield bool("(" + fields.read(field).text() + " IS NOT "
                        + fields.prior(field).text() + ")");
            }
            default -> {
                requireCount(call, 0);
                yield bool("(" + ValidationRule.PRIOR + ".\"" + ValidationRule.IS_NEW + "\" = 1)");
            }
        };
    }

    private Sql choice(Node.Call call) throws FormulaException {
        requireCount(call, 3);
        String condition = argument(call, 0, BOOLEAN).text();
        List<Sql> both = alike(call, List.of(1, 2));
        return Sql.of(
                "CASE WHEN " + condition + " THEN " + both.get(0).text() + " ELSE "
                        + both.get(1).text() + " END",
                both.getFirst().type());
    }

    private Sql cases(Node.Call call) throws FormulaException {
        int count = call.arguments().size();
        if (count < 4 || count % 2 != 0) {
            throw FormulaException.wrong(Wording.count(call.function(), String.valueOf(Math.max(4, count + 1)), count));
        }
        Sql subject = compiler.compile(call.arguments().getFirst());
        ValueType wanted = subject.type() == ValueType.PICKLIST ? ValueType.TEXT : subject.type();
        List<Integer> results = new ArrayList<>();
        for (int i = 2; i < count; i += 2) {
            results.add(i);
        }
        results.add(count - 1);
        List<Sql> values = alike(call, results);
        StringBuilder sql = new StringBuilder("CASE ").append(subject.comparable());
        for (int i = 1; i < count - 1; i += 2) {
            sql.append(" WHEN ")
                    .append(argument(call, i, Set.of(wanted)).comparable())
                    .append(" THEN ")
                    .append(values.get(i / 2).text());
        }
        sql.append(" ELSE ").append(values.getLast().text()).append(" END");
        return Sql.of(sql.toString(), values.getFirst().type());
    }

    private Sql logic(Node.Call call, String operator) throws FormulaException {
        if (call.arguments().isEmpty()) {
            throw FormulaException.wrong(Wording.count(call.function(), "1 or more", 0));
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            parts.add(argument(call, i, BOOLEAN).text());
        }
        return bool("(" + String.join(operator, parts) + ")");
    }

    /** Text is never null, so that only ISBLANK tells whether it is empty. (Salesforce Help, "ISNULL".) */
    private static Sql isNull(Sql value) {
        return value.type() == ValueType.TEXT ? Sql.of("0", ValueType.BOOLEAN) : bool(blank(value));
    }

    private Sql instead(Node.Call call) throws FormulaException {
        requireCount(call, 2);
        List<Sql> both = alike(call, List.of(0, 1));
        ValueType type = both.getFirst().type();
        String first = both.getFirst().text();
        boolean isText = Sql.blank(type).equals("''");
        if (isText && call.function().equals("NULLVALUE")) {
            return Sql.of(first, type);
        }
        return Sql.of(
                "coalesce(" + (isText ? "nullif(" + first + ", '')" : first) + ", "
                        + both.get(1).text() + ")",
                type);
    }

    private static Sql text(Sql value) {
        String sql =
                switch (value.type()) {
                    case NUMBER -> "formula_text(" + value.text() + ")";
                    case DATETIME -> "formula_zulu(" + value.text() + ")";
                    default -> value.text();
                };
        return Sql.of("coalesce(" + sql + ", '')", ValueType.TEXT);
    }

    /** Those arguments, which must be of one type; a picklist's value among texts is a text. */
    private List<Sql> alike(Node.Call call, List<Integer> places) throws FormulaException {
        List<Sql> values = new ArrayList<>();
        ValueType type = ValueType.NOTHING;
        for (int at : places) {
            Sql value = compiler.compile(call.arguments().get(at));
            boolean picklistMayBe =
                    call.function().equals("BLANKVALUE") || call.function().equals("NULLVALUE");
            if (value.type() == ValueType.PICKLIST && picklistMayBe) {
                value = value.as(ValueType.TEXT);
            }
            Compiler.refusePicklist(call.arguments().get(at), value);
            if (type == ValueType.NOTHING) {
                type = value.type();
            } else if (!value.type().fits(type)) {
                throw FormulaException.wrong(Wording.parameter(call.function(), List.of(type), value.type()));
            }
            values.add(value);
        }
        ValueType common = type;
        return values.stream()
                .map(value -> value.type() == common ? value : Sql.of(Sql.blank(common), common))
                .toList();
    }

    private static String blank(Sql value) {
        return Sql.blank(value.type()).equals("''") ? "(" + value.text() + " = '')" : "(" + value.text() + " IS NULL)";
    }

    private Sql any(Node.Call call, int count) throws FormulaException {
        requireCount(call, count);
        return compiler.compile(call.arguments().getFirst());
    }

    private Sql argument(Node.Call call, int at, Set<ValueType> types) throws FormulaException {
        return compiler.argument(call.function(), call.arguments().get(at), types);
    }

    private static Node.Path field(Node.Call call) throws FormulaException {
        requireCount(call, 1);
        if (call.arguments().getFirst() instanceof Node.Path path) {
            return path;
        }
        throw FormulaException.wrong(Wording.needsField(call.function()));
    }

    private static void requireCount(Node.Call call, int count) throws FormulaException {
        if (call.arguments().size() != count) {
            throw FormulaException.wrong(Wording.count(
                    call.function(), String.valueOf(count), call.arguments().size()));
        }
    }

    private static Sql bool(String sql) {
        return Sql.of(sql, ValueType.BOOLEAN);
    }
}
