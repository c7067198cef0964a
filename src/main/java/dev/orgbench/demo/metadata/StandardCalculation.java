package dev.orgbench.demo.metadata;

import dev.orgbench.demo.bundled.Tsv;
import dev.orgbench.demo.schema.Calculation;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A standard field that the org works out, from {@code /demo/formula/standard-fields.tsv}.
 *
 * @param template SQL in which {@code {row}} stands for the record
 */
record StandardCalculation(String template) implements Calculation {
    @Override
    public String sql(Schema schema, SObject object, String alias) {
        return "(" + template.replace("{row}", alias) + ")";
    }

    @Override
    public @Nullable String formula() {
        return null;
    }

    @Override
    public boolean treatsBlanksAsZero() {
        return false;
    }

    /** The objects with those of their fields calculated that the table names. */
    static List<SObject> addTo(List<SObject> objects) {
        Map<String, Calculation> calculations = new HashMap<>();
        for (Tsv.Row row : Tsv.read("formula/standard-fields.tsv")) {
            calculations.put(row.text("object") + "." + row.text("field"), new StandardCalculation(row.text("sql")));
        }
        return objects.stream()
                .map(object -> object.withFields(object.fields().stream()
                        .map(field -> calculated(field, calculations.get(object.name() + "." + field.name())))
                        .toList()))
                .toList();
    }

    private static Field calculated(Field field, @Nullable Calculation calculation) {
        return calculation == null ? field : field.calculated(calculation);
    }
}
