package dev.orgbench.soql.check;

import dev.orgbench.soql.Fix;
import dev.orgbench.soql.Name;
import dev.orgbench.soql.Problem;
import dev.orgbench.soql.Range;
import dev.orgbench.soql.Severity;
import dev.orgbench.soql.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Collects what the checks find. */
final class Report {
    private static final int MOST_GUESSES = 3;

    private final String soql;
    private final List<Problem> problems = new ArrayList<>();
    private final List<UnknownName> unknownNames = new ArrayList<>();

    Report(String soql) {
        this.soql = soql;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Those of {@link #problems} that are names which the org does not have. */
    List<UnknownName> unknownNames() {
        return unknownNames;
    }

    String soql() {
        return soql;
    }

    String text(Range range) {
        return soql.substring(range.start(), range.end());
    }

    void error(Range range, String message, Fix... fixes) {
        problems.add(new Problem(range, Severity.ERROR, message, List.of(fixes)));
    }

    void error(Range range, String message, List<Fix> fixes) {
        problems.add(new Problem(range, Severity.ERROR, message, fixes));
    }

    /** An error: the org has no {@code name}, but has {@code known}. */
    void unknown(UnknownName.Kind kind, Name name, String message, List<Fix> fixes, List<String> known) {
        error(name.range(), message, fixes);
        unknownNames.add(new UnknownName(kind, name.text(), problems.getLast(), known));
    }

    void warning(Range range, String message, List<Fix> fixes) {
        problems.add(new Problem(range, Severity.WARNING, message, fixes));
    }

    void warning(Range range, String message) {
        warning(range, message, List.of());
    }

    void hint(Range range, String message, List<Fix> fixes) {
        problems.add(new Problem(range, Severity.HINT, message, fixes));
    }

    /** Changes of {@code range} to what was likely meant. */
    static List<Fix> guesses(Range range, String written, Collection<String> names) {
        return changes(range, Spelling.near(written, names, MOST_GUESSES).stream());
    }

    static List<Fix> changes(Range range, Stream<String> replacements) {
        return replacements.map(text -> change(range, text)).toList();
    }

    static Fix change(Range range, String replacement) {
        return new Fix("Change to " + replacement, range, replacement);
    }
}
