package dev.orgbench.soql.sosl;

import dev.orgbench.soql.Query.Ending;
import dev.orgbench.soql.Range;
import dev.orgbench.soql.Returned;
import dev.orgbench.soql.ReturnedText;
import dev.orgbench.soql.Value;
import dev.orgbench.soql.sosl.Search.With;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lays a search out over lines. The term stays as it was written. */
final class SearchFormatter {
    private final String sosl;
    private final ReturnedText text;

    /** @param sosl what the tree was read from, without an error */
    SearchFormatter(String sosl) {
        this.sosl = sosl;
        this.text = new ReturnedText(sosl);
    }

    String format(Search search) {
        List<String> lines = new ArrayList<>();
        lines.add("FIND " + source(search.braces()));
        if (search.in() != null) {
            lines.add("IN " + search.in() + " FIELDS");
        }
        if (!search.returning().isEmpty()) {
            returning(search.returning(), lines);
        }
        search.with().forEach(with -> lines.add("WITH " + with(with)));
        if (search.limit() != null) {
            lines.add("LIMIT " + search.limit().number());
        }
        if (!search.endings().isEmpty()) {
            lines.add("UPDATE "
                    + search.endings().stream().map(SearchFormatter::ending).collect(Collectors.joining(", ")));
        }
        return String.join("\n", lines);
    }

    private void returning(List<Returned> all, List<String> lines) {
        String flat = all.stream().map(text::flat).collect(Collectors.joining(", "));
        if (ReturnedText.fits("RETURNING " + flat)) {
            lines.add("RETURNING " + flat);
            return;
        }
        lines.add("RETURNING");
        for (int i = 0; i < all.size(); i++) {
            lines.addAll(text.lines(all.get(i), i == all.size() - 1 ? "" : ","));
        }
    }

    private String with(With with) {
        return switch (with) {
            case With.Division division -> "DIVISION = " + value(division.name());
            case With.DataCategories categories -> text.categories(categories.filters());
            case With.Network network ->
                network.ids().size() == 1
                        ? "NETWORK = " + value(network.ids().getFirst())
                        : "NETWORK IN ("
                                + network.ids().stream().map(this::value).collect(Collectors.joining(", ")) + ")";
            case With.Pricebook pricebook -> "PricebookId = " + value(pricebook.id());
            case With.Snippet snippet ->
                "SNIPPET" + (snippet.targetLength() == null ? "" : "(target_length=" + snippet.targetLength() + ")");
            case With.Highlight highlight -> "HIGHLIGHT";
            case With.SpellCorrection correction -> "SPELL_CORRECTION = " + correction.on();
            case With.Metadata metadata -> "METADATA = " + value(metadata.kind());
            case With.Access access -> access.mode().name();
        };
    }

    private static String ending(Ending ending) {
        return ending.kind().name().substring("UPDATE_".length());
    }

    private String value(Value value) {
        return source(value.range());
    }

    private String source(Range range) {
        return sosl.substring(range.start(), range.end());
    }
}
