package dev.orgbench.soql;

import dev.orgbench.soql.Query.CategoryFilter;
import java.util.List;

/** Writes the parts of SOSL that it shares with SOQL in the house's form. */
public final class ReturnedText {
    private final String sosl;
    private final FlatText flat;

    /** @param sosl what the trees were read from, without an error */
    public ReturnedText(String sosl) {
        this.sosl = sosl;
        this.flat = new FlatText(sosl);
    }

    /** Whether {@code line} is short enough for one line. */
    public static boolean fits(String line) {
        return line.length() <= Formatter.WIDTH;
    }

    /** An object with its parentheses on one line. */
    public String flat(Returned returned) {
        return flat.returned(returned);
    }

    /** The same indented, over several lines if one is too short, with {@code behind} at the very end. */
    public List<String> lines(Returned returned, String behind) {
        return Formatter.lines(sosl, returned, behind);
    }

    /** {@code DATA CATEGORY ...}. */
    public String categories(List<CategoryFilter> filters) {
        return FlatText.categories(filters);
    }
}
