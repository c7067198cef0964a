package dev.orgbench.demo.formula;

import dev.orgbench.demo.data.SqlText;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.ValidationRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The fields that a formula names, as SQL. A parent's field is a scalar sub-select by the parent's id rather than a join, so
 * that a formula is one expression wherever it stands: in a SELECT list, in a WHERE, in another formula, in a sub-query.
 */
final class FieldReader {
    private static final int SHORT_TEXT = 255;
    private static final int SHORT_ID = 15;
    private static final int DEEPEST = 10;
    private static final Set<FieldType> NOT_IN_FORMULAS = Set.of(
            FieldType.ADDRESS,
            FieldType.LOCATION,
            FieldType.COMPLEXVALUE,
            FieldType.ANYTYPE,
            FieldType.BASE64,
            FieldType.ENCRYPTEDSTRING);

    private final Place place;

    FieldReader(Place place) {
        this.place = place;
    }

    /** @param sql the value as a column holds it, NULL where there is none */
    private record Found(Field field, String sql) {}

    /** The value of a field, in the form in which formulas use it. */
    Sql read(Node.Path path) throws FormulaException {
        if (path.names().getFirst().startsWith("$")) {
            throw FormulaException.notServed(path.names().getFirst());
        }
        if (path.names().size() > 1 && place.use() == Place.Use.SUMMARIZED_FIELD) {
            throw FormulaException.wrong(Wording.noSuchField(path.text()));
        }
        Found found = find(place.object(), place.alias(), path, 0);
        return value(found.field(), found.sql());
    }

    /** The value that the field had before the record was changed. */
    Sql prior(Node.Path path) throws FormulaException {
        Field field = own(path);
        place.priors().add(field.name());
        return value(field, ValidationRule.PRIOR + "." + SqlText.name(field.name()));
    }

    private Field own(Node.Path path) throws FormulaException {
        Optional<Field> field =
                path.names().size() == 1 ? place.object().field(path.text()).filter(Field::isStored) : Optional.empty();
        return field.orElseThrow(() -> FormulaException.wrong(Wording.noSuchField(path.text())));
    }

    private Found find(SObject object, String alias, Node.Path path, int at) throws FormulaException {
        String name = path.names().get(at);
        if (at == path.names().size() - 1) {
            Field field =
                    object.field(name).orElseThrow(() -> FormulaException.wrong(Wording.noSuchField(path.text())));
            check(field, path);
            return new Found(field, stored(object, alias, field));
        }
        Field reference = reference(object, name, path);
        SObject parent = parent(reference, name, path);
        String under = alias + "p";
        Found found = find(parent, under, path, at + 1);
        return new Found(
                found.field(),
                "(SELECT " + found.sql() + " FROM " + SqlText.name(parent.name()) + " " + under + " WHERE " + under
                        + ".\"Id\" = " + alias + "." + SqlText.name(reference.name()) + ")");
    }

    private String stored(SObject object, String alias, Field field) throws FormulaException {
        if (!(field.calculation() instanceof FormulaField formula)) {
            return field.sql(place.schema(), object, alias);
        }
        String name = object.name() + "." + field.name();
        if (place.trail().contains(name) || place.trail().size() == DEEPEST) {
            throw FormulaException.wrong(Wording.itself(name));
        }
        return formula.unrounded(place.inside(object, alias, name, formula.treatsBlanksAsZero()));
    }

    private static Field reference(SObject object, String name, Node.Path path) throws FormulaException {
        int colon = name.indexOf(':');
        return object.relationship(colon < 0 ? name : name.substring(0, colon))
                .orElseThrow(() -> FormulaException.wrong(Wording.noSuchField(path.text())));
    }

    /** {@code Owner:User} says which of several objects is meant; else there must be one only. */
    private SObject parent(Field reference, String name, Node.Path path) throws FormulaException {
        int colon = name.indexOf(':');
        List<String> targets = reference.referenceTo();
        return targets.stream()
                .filter(target -> colon < 0 ? targets.size() == 1 : target.equalsIgnoreCase(name.substring(colon + 1)))
                .flatMap(target -> place.schema().object(target).stream())
                .findFirst()
                .orElseThrow(() -> FormulaException.wrong(Wording.noSuchField(path.text())));
    }

    private void check(Field field, Node.Path path) throws FormulaException {
        boolean longText = field.type() == FieldType.TEXTAREA && field.length() > SHORT_TEXT;
        if (NOT_IN_FORMULAS.contains(field.type()) || (longText && place.use() != Place.Use.RULE)) {
            String type = longText ? "Long Text Area" : field.type().apiName();
            throw FormulaException.wrong(Wording.unsupportedField(type, path.text()));
        }
    }

    private Sql value(Field field, String stored) {
        ValueType type = ValueType.of(field.type());
        return switch (type) {
            case NUMBER -> number(field, stored);
            case TEXT -> {
                // A formula sees ids in 15 characters; CASESAFEID makes 18 of them.
                boolean id = field.type() == FieldType.ID || field.type() == FieldType.REFERENCE;
                String text = id ? "substr(" + stored + ", 1, " + SHORT_ID + ")" : stored;
                yield Sql.of("coalesce(" + text + ", '')", type);
            }
            case PICKLIST, MULTIPICKLIST, BOOLEAN -> Sql.of("coalesce(" + stored + ", " + Sql.blank(type) + ")", type);
            default -> Sql.of(stored, type);
        };
    }

    /** A percentage is a hundredth in formulas: 10% is 0.1. */
    private Sql number(Field field, String stored) {
        boolean percent = field.type() == FieldType.PERCENT;
        boolean whole = field.type() == FieldType.INT || field.type() == FieldType.LONG;
        String number = percent ? "(" + stored + " / 100.0)" : whole ? "CAST(" + stored + " AS REAL)" : stored;
        String sql = place.blanksAsZero() ? "coalesce(" + number + ", 0.0)" : number;
        return field.isStored() && !percent ? Sql.exact(sql, ValueType.NUMBER) : Sql.of(sql, ValueType.NUMBER);
    }
}
