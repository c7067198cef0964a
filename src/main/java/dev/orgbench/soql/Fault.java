package dev.orgbench.soql;

import java.util.List;

/**
 * What a parser found wrong.
 *
 * @param place the place that Salesforce would name
 * @param salesforce Salesforce's words
 * @param plain the same thing for a person, with its own range and fixes
 * @param bare whether Salesforce gives its words alone, without row and column
 */
public record Fault(Range place, String salesforce, Problem plain, boolean bare) {
    Fault(Range place, String salesforce, Problem plain) {
        this(place, salesforce, plain, false);
    }

    /** That {@code text}, which stands at {@code range} or is {@code <EOF>}, must not stand there. */
    public static Fault unexpected(Range range, String text, String plain, Fix... fixes) {
        return of(range, Wording.unexpected(text), plain, fixes);
    }

    /** About one range in both readings. */
    public static Fault of(Range range, String salesforce, String plain, Fix... fixes) {
        return new Fault(range, salesforce, new Problem(range, Severity.ERROR, plain, List.of(fixes)));
    }
}
