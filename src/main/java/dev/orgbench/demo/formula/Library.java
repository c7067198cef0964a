package dev.orgbench.demo.formula;

import dev.orgbench.demo.bundled.Tsv;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The functions whose arguments are all worked out alike, from {@code /demo/formula/functions.tsv}: {@code $1} stands for
 * the first argument, {@code $*} for all. One without SQL is Salesforce's, and not worked out here.
 */
final class Library {
    private static final Pattern PLACE = Pattern.compile("\\$([0-9*])");

    private final Map<String, Function> functions = new LinkedHashMap<>();

    private Library() {}

    static Library load() {
        Library library = new Library();
        for (Tsv.Row row : Tsv.read("formula/functions.tsv")) {
            library.functions.put(row.text("name"), function(row));
        }
        return library;
    }

    Optional<Function> find(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    /**
     * @param types of which the argument is one
     * @param standard the SQL of what it is when left out; null where it must be given
     */
    record Parameter(
            SequencedSet<ValueType> types, @Nullable String standard) {}

    /**
     * @param repeats whether the last parameter may come any number of times
     * @param result {@link ValueType#NOTHING} where it is the type of the first argument
     */
    record Function(
            String name,
            List<Parameter> parameters,
            boolean repeats,
            ValueType result,
            boolean onlyInRules,
            String sql) {

        Parameter parameter(int index) {
            return parameters.get(Math.min(index, parameters.size() - 1));
        }

        void requireCount(int given) throws FormulaException {
            int least =
                    (int) parameters.stream().filter(p -> p.standard() == null).count();
            if (given < least || (given > parameters.size() && !repeats)) {
                String expected = least == parameters.size()
                        ? least + (repeats ? " or more" : "")
                        : least + "-" + parameters.size();
                throw FormulaException.wrong(Wording.count(name, expected, given));
            }
        }

        Sql apply(List<Sql> given) {
            ValueType type = result == ValueType.NOTHING ? given.getFirst().type() : result;
            List<String> arguments =
                    new ArrayList<>(given.stream().map(Sql::text).toList());
            for (int i = given.size(); i < parameters.size(); i++) {
                arguments.add(String.valueOf(parameters.get(i).standard()));
            }
            // In one pass, for an argument may hold such places itself. SQL's max of one value would be another
            // function.
            String text = repeats && given.size() == 1
                    ? arguments.getFirst()
                    : PLACE.matcher(sql)
                            .replaceAll(place -> Matcher.quoteReplacement(
                                    place.group(1).equals("*")
                                            ? String.join(", ", arguments)
                                            : arguments.get(Integer.parseInt(place.group(1)) - 1)));
            boolean neverNull = type == ValueType.TEXT || type == ValueType.BOOLEAN;
            return Sql.of(neverNull ? "coalesce(" + text + ", " + Sql.blank(type) + ")" : text, type);
        }
    }

    private static Function function(Tsv.Row row) {
        List<Parameter> parameters = row.list("parameters", ",").stream()
                .map(text -> parameter(text.replace("...", "")))
                .toList();
        String result = row.text("result");
        return new Function(
                row.text("name"),
                parameters,
                row.text("parameters").endsWith("..."),
                result.isEmpty() ? ValueType.NOTHING : ValueType.of(result),
                row.yes("onlyInRules"),
                row.text("sql"));
    }

    private static Parameter parameter(String text) {
        String[] parts = text.split("=", 2);
        SequencedSet<ValueType> types = new LinkedHashSet<>();
        Arrays.stream(parts[0].split("\\|")).map(ValueType::of).forEach(types::add);
        return new Parameter(Collections.unmodifiableSequencedSet(types), parts.length > 1 ? parts[1] : null);
    }
}
