package dev.orgbench.soql;

/** A text that is no SOQL query. Its message has Salesforce's form, with row and column. */
public final class SoqlSyntaxException extends Exception {
    private final transient Problem problem;
    private final transient Position position;

    SoqlSyntaxException(String soql, Problem problem) {
        super(ErrorText.at(soql, problem.range().start(), problem.message()));
        this.problem = problem;
        this.position = Position.of(soql, problem.range().start());
    }

    /** What is wrong, and where in the text. */
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
