package dev.orgbench.demo.sample;

import dev.orgbench.demo.bundled.Bundled;
import dev.orgbench.demo.bundled.Tsv;
import java.util.List;

/** The word lists in the resources. */
final class Words {
    private Words() {}

    /** The lines of a list. */
    static List<String> list(String name) {
        return Bundled.lines("sample/" + name);
    }

    /** The rows of a table. */
    static List<Tsv.Row> table(String name) {
        return Tsv.read("sample/" + name);
    }
}
