package dev.orgbench.demo.query.naive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One object of the golden org, as its table in {@code /demo/golden} says: names, then types, then rows. Ids are short
 * there: {@code A1} is the first account.
 *
 * @param types by field: {@code string}, {@code picklist:Hot,Warm}, {@code reference:Owner:User,Group}
 * @param rows by field, as written; an empty cell is null
 */
public record GoldenTable(String name, Map<String, String> types, List<Map<String, @Nullable String>> rows) {
    /** All of them. */
    public static final List<String> NAMES =
            List.of("Organization", "User", "Group", "Account", "Contact", "Opportunity", "Task");

    /** The table of that object. */
    public static GoldenTable read(String name) {
        List<String[]> lines = lines(name + ".tsv");
        String[] fields = lines.getFirst();
        Map<String, String> types = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i++) {
            types.put(fields[i], lines.get(1)[i]);
        }
        List<Map<String, @Nullable String>> rows = new ArrayList<>();
        for (String[] line : lines.subList(2, lines.size())) {
            Map<String, @Nullable String> row = new LinkedHashMap<>();
            for (int i = 0; i < fields.length; i++) {
                row.put(fields[i], line[i].isEmpty() ? null : line[i]);
            }
            rows.add(row);
        }
        return new GoldenTable(name, types, rows);
    }

    /** The cells of a file's lines. */
    public static List<String[]> lines(String file) {
        try (InputStream in = Objects.requireNonNull(GoldenTable.class.getResourceAsStream("/demo/golden/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The type without what is behind its colon. */
    public String type(String field) {
        return type(field, 0);
    }

    /** The objects that a reference points to. */
    public List<String> targets(String field) {
        return Arrays.asList(type(field, 2).split(",", -1));
    }

    /** A part of a type; empty where there is none. */
    public String type(String field, int part) {
        String[] parts = Objects.requireNonNull(types.get(field), field).split(":", -1);
        return part < parts.length ? parts[part] : "";
    }
}
