package dev.orgbench.demo.formula;

/** A formula that can not be served; the message says why in Salesforce's words. */
public final class FormulaException extends Exception {
    private final boolean known;

    private FormulaException(String message, boolean known) {
        super(message);
        this.known = known;
    }

    /** A formula that Salesforce refuses too. */
    static FormulaException wrong(String message) {
        return new FormulaException(message, false);
    }

    /** A formula that Salesforce works out and this org does not. */
    static FormulaException notServed(String what) {
        return new FormulaException(Wording.notServed(what), true);
    }

    /** Whether Salesforce would work it out: then the formula is kept, and its value is null. */
    public boolean isKnownToSalesforce() {
        return known;
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
