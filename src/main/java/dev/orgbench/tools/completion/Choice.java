package dev.orgbench.tools.completion;

/**
 * Something to choose.
 *
 * @param value what is put in, as {@code Feature_Request__c}
 * @param label what a person knows it by; may be typed as well
 */
public record Choice(String value, String label) {
    /** One that has no name but its value. */
    public static Choice of(String value) {
        return new Choice(value, "");
    }
}
