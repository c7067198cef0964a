package dev.orgbench.soql.meaning;

import dev.orgbench.soql.schema.FieldSchema;

/** What one name of a path stands for. */
public sealed interface Meaning {
    /** A field of {@code of}. */
    record Field(Target of, FieldSchema field) implements Meaning {}

    /** A step from {@code of} to a parent. */
    record Parent(Target of, FieldSchema reference, Target to) implements Meaning {}

    /** An alias, or the object's own name in front of a path. */
    record Alias(Target of) implements Meaning {}

    /** {@code in} has no such field or relationship. */
    record Unknown(Target in) implements Meaning {}

    /** Cannot be said: something in front of it is unknown, missing, or not known yet. */
    record Undecided() implements Meaning {}
}
