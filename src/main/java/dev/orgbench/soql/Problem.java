package dev.orgbench.soql;

/**
 * Something wrong in a query.
 *
 * @param range what it is about; empty at the end of the text where something is missing there
 * @param message in Salesforce's words, without the place
 */
public record Problem(Range range, String message) {}
