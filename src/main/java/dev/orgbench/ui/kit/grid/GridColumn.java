package dev.orgbench.ui.kit.grid;

import java.util.List;

/**
 * A column.
 *
 * @param path the names that lead from a record to the value: {@code [Account, Name]}. Case does not matter
 * @param kind what its values are
 * @param label what people call it; empty if it is not known
 * @param updateable whether a person may change its values here
 * @param choices values to choose from while editing; empty for any
 * @param restricted whether the org takes no other values than {@code choices}
 * @param length the longest text that the org takes; 0 for no bound
 */
public record GridColumn(
        List<String> path,
        Kind kind,
        String label,
        boolean updateable,
        List<String> choices,
        boolean restricted,
        int length) {
    public GridColumn {
        path = List.copyOf(path);
        choices = List.copyOf(choices);
    }

    /** What the values of a column are. */
    public enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        DATE,
        DATE_TIME,
        /** A record's id, which leads to the record. */
        ID,
        /** Records of a child relationship. */
        CHILDREN,
        /** An address, a location: an object that is no record. */
        COMPOUND
    }

    /** A column of which no more is known than where its values are. */
    public static GridColumn of(String dotted, Kind kind) {
        return new GridColumn(List.of(dotted.split("\\.")), kind, "", false, List.of(), false, 0);
    }

    /** As it stands in the head: {@code Account.Name}. */
    public String title() {
        return String.join(".", path);
    }

    boolean isNumeric() {
        return kind == Kind.NUMBER;
    }
}
