package dev.orgbench.demo.query;

import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.FieldBuilder;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.Expression;
import dev.orgbench.soql.Expression.Constant;
import dev.orgbench.soql.Expression.FieldPath;
import dev.orgbench.soql.Expression.FunctionCall;
import dev.orgbench.soql.SoqlFunction;
import dev.orgbench.soql.Value;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * {@code DISTANCE(place, place, unit)}: the great-circle distance, by the haversine formula; null where a place is
 * unknown. (SOQL and SOSL Reference, "Location-Based SOQL Queries".)
 */
final class Distances {
    private static final double RADIUS_IN_KILOMETRES = 6371.0088;
    private static final double KILOMETRES_OF_A_MILE = 1.609344;
    private static final Field DISTANCE = new FieldBuilder("DISTANCE", "Distance", FieldType.DOUBLE).build();

    private final Tables tables;
    private final Refusals refusals;

    Distances(Tables tables) {
        this.tables = tables;
        this.refusals = tables.refusals();
    }

    /** The SQL of both its degrees. */
    private record Place(String latitude, String longitude) {}

    Operand operand(FunctionCall call) throws ApiError {
        Place from = place(call.arguments().get(0), call);
        Place to = place(call.arguments().get(1), call);
        double radius = radius(call.arguments().get(2));
        // Rounding may lead a little beyond 1, where asin has no value.
        String haversine = "min(1.0, sin(radians(" + to.latitude + " - " + from.latitude + ") / 2) * sin(radians("
                + to.latitude + " - " + from.latitude + ") / 2) + cos(radians(" + from.latitude + ")) * cos(radians("
                + to.latitude + ")) * sin(radians(" + to.longitude + " - " + from.longitude + ") / 2) * sin(radians("
                + to.longitude + " - " + from.longitude + ") / 2))";
        String sql = "(" + 2 * radius + " * asin(sqrt(" + haversine + ")))";
        return new Operand(sql, FieldType.DOUBLE, DISTANCE, false, call.range());
    }

    private Place place(Expression expression, FunctionCall call) throws ApiError {
        if (expression instanceof FunctionCall inner && inner.function() == SoqlFunction.GEOLOCATION) {
            return new Place(degrees(inner, 0, 90), degrees(inner, 1, 180));
        }
        if (expression instanceof FieldPath path) {
            Column column = tables.column(path);
            if (column.entity() instanceof Entity.Table table && isPlace(column.field())) {
                return new Place(
                        part(table, column.field(), "latitude", path), part(table, column.field(), "longitude", path));
            }
            throw refusals.malformed(
                    path.range(), Wording.unfitFor(column.field().name(), "DISTANCE"));
        }
        throw refusals.malformed(call.range(), Wording.PLACES_OF_DISTANCE);
    }

    private static boolean isPlace(Field field) {
        return field.type() == FieldType.LOCATION || field.type() == FieldType.ADDRESS;
    }

    private String part(Entity.Table table, Field whole, String name, FieldPath path) throws ApiError {
        return table.object().fields().stream()
                .filter(field -> whole.name().equals(field.compoundFieldName()) && field.isStored())
                .filter(field -> field.name().toLowerCase(Locale.ROOT).contains(name))
                .findFirst()
                .map(field -> table.column(field.name()))
                .orElseThrow(() -> refusals.malformed(path.range(), Wording.unfitFor(whole.name(), "DISTANCE")));
    }

    private String degrees(FunctionCall geolocation, int index, int most) throws ApiError {
        if (geolocation.arguments().get(index) instanceof Constant(Value.Numeric number)
                && number.number().abs().compareTo(BigDecimal.valueOf(most)) <= 0) {
            return "(" + number.number().doubleValue() + ")";
        }
        throw refusals.malformed(geolocation.arguments().get(index).range(), Wording.degrees(most));
    }

    private double radius(Expression unit) throws ApiError {
        String text = unit instanceof Constant(Value.Text value) ? value.text().toLowerCase(Locale.ROOT) : "";
        return switch (text) {
            case "km" -> RADIUS_IN_KILOMETRES;
            case "mi" -> RADIUS_IN_KILOMETRES / KILOMETRES_OF_A_MILE;
            default -> throw refusals.malformed(unit.range(), Wording.UNIT_OF_DISTANCE);
        };
    }
}
