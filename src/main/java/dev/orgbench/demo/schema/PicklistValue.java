package dev.orgbench.demo.schema;

/** One choice of a picklist. */
public record PicklistValue(String value, String label, boolean active, boolean isDefault) {}
