package dev.orgbench.tools;

/** What a call does to an object: to its records, or to the object itself. */
public enum Access {
    READ,
    WRITE
}
