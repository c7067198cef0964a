package dev.orgbench.demo;

/** What the demo org can do wrong on purpose, until it is told to stop. */
public enum DemoFault {
    /** Every request to the data API is refused, as when the day's allowance is used up. */
    REQUEST_LIMIT,
    /** Every answer of the data API takes five seconds. */
    SLOW,
    /** No record can be written: somebody else holds it. */
    ROW_LOCK,
    /** The connection breaks before an answer is complete. */
    LOST_CONNECTION
}
