package dev.orgbench.demo.query;

import dev.orgbench.demo.data.SqlText;
import dev.orgbench.demo.schema.PicklistValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Multi-select picklists, stored as {@code A;B;C}. (SOQL and SOSL Reference, "Querying Multi-Select Picklists".) */
final class Choices {
    private Choices() {}

    /** Whether the value has all the choices of {@code wanted}, joined by semicolons, and maybe more. */
    static Fragment includes(String sql, String wanted) {
        List<Fragment> all = new ArrayList<>();
        for (String choice : split(wanted)) {
            String pattern =
                    "%;" + choice.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + ";%";
            all.add(Fragment.of("(';' || " + sql + " || ';') LIKE ? ESCAPE '\\'", pattern));
        }
        return all.isEmpty() ? Fragment.of(sql + " IS NULL") : Fragment.and(all);
    }

    /** Whether the value has just those choices. */
    static Fragment equal(String sql, String wanted) {
        Fragment count = Fragment.of(
                "length(" + sql + ") - length(replace(" + sql + ", ';', '')) = ?",
                Math.max(0, split(wanted).size() - 1));
        return Fragment.and(List.of(includes(sql, wanted), count));
    }

    private static List<String> split(String choices) {
        return Stream.of(choices.split(";", -1))
                .filter(choice -> !choice.isEmpty())
                .distinct()
                .toList();
    }

    /** The label of a picklist's value, or the value itself where it has none. */
    static String label(Operand picklist) {
        if (picklist.field().picklistValues().isEmpty()) {
            return picklist.sql();
        }
        StringBuilder label = new StringBuilder("CASE " + picklist.sql());
        for (PicklistValue value : picklist.field().picklistValues()) {
            label.append(" WHEN ")
                    .append(SqlText.text(value.value()))
                    .append(" THEN ")
                    .append(SqlText.text(value.label()));
        }
        return label.append(" ELSE ").append(picklist.sql()).append(" END").toString();
    }
}
