package dev.orgbench.soql;

/** How bad a {@link Problem} is, worst first. */
public enum Severity {
    /** The org would refuse the query. */
    ERROR,
    /** The query runs, and may not do what is meant. */
    WARNING,
    /** Nothing is wrong; a word on what to do next. */
    HINT
}
