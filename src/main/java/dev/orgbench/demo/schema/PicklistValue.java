package dev.orgbench.demo.schema;

import java.util.List;

/**
 * One choice of a picklist.
 *
 * @param controlling where the picklist depends on another field: that field's values with which this one may be chosen
 *     ({@code true} and {@code false} of a checkbox); else empty
 */
public record PicklistValue(String value, String label, boolean active, boolean isDefault, List<String> controlling) {
    public PicklistValue {
        controlling = List.copyOf(controlling);
    }

    /** A choice that depends on nothing. */
    public PicklistValue(String value, String label, boolean active, boolean isDefault) {
        this(value, label, active, isDefault, List.of());
    }
}
