package dev.orgbench.soql;

/** A name as it was written: an object, a field, a relationship, an alias. Salesforce ignores its case. */
public record Name(Range range, String text) {}
