package dev.orgbench.demo.query;

import java.util.ArrayList;
import java.util.List;

/** The columns that the SQL of a query selects. */
final class Projection {
    private final List<String> columns = new ArrayList<>();

    /** The 1-based place of a column, which is selected once however often it is asked for. */
    int add(String sql) {
        int known = columns.indexOf(sql);
        if (known >= 0) {
            return known + 1;
        }
        columns.add(sql);
        return columns.size();
    }

    int size() {
        return columns.size();
    }

    String sql() {
        return String.join(", ", columns);
    }
}
