package dev.orgbench.soql;

/**
 * One change of the text that would mend a {@link Problem}.
 *
 * @param label what a person chooses: {@code Change to Amount}
 * @param range what is replaced; empty where text is only added
 * @param replacement what stands there afterwards; empty to remove
 */
public record Fix(String label, Range range, String replacement) {
    /** The text with this change made. */
    public String applyTo(String soql) {
        return soql.substring(0, range.start()) + replacement + soql.substring(range.end());
    }
}
