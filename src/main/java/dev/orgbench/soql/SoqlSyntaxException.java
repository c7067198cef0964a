package dev.orgbench.soql;

/** A text that is no SOQL query, or no SOSL search. Its message has Salesforce's form, mostly with row and column. */
public final class SoqlSyntaxException extends Exception {
    private final transient Problem problem;
    private final transient Position position;

    SoqlSyntaxException(String soql, Fault fault) {
        super(
                fault.bare()
                        ? fault.salesforce()
                        : ErrorText.at(soql, fault.place().start(), fault.salesforce()));
        this.problem = Problem.error(fault.place(), fault.salesforce());
        this.position = Position.of(soql, fault.place().start());
    }

    /** What is wrong in Salesforce's words, and where in the text. */
    public Problem problem() {
        return problem;
    }

    /** Row and column of the first character at fault. */
    public Position position() {
        return position;
    }

    /** The whole text, as Salesforce would answer it. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
