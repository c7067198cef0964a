package dev.orgbench.demo.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The word lists in the resources. */
final class Words {
    private Words() {}

    /** The lines of a list. */
    static List<String> list(String name) {
        return lines("/demo/sample/" + name);
    }

    /** The rows of a tab-separated table, by column name. */
    static List<Map<String, String>> table(String name) {
        List<String> lines = lines("/demo/sample/" + name);
        String[] header = lines.getFirst().split("\t", -1);
        return lines.stream().skip(1).map(line -> row(header, line.split("\t", -1))).toList();
    }

    private static Map<String, String> row(String[] header, String[] cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < header.length; i++) {
            row.put(header[i], cells[i]);
        }
        return row;
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Words.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + resource + " is missing from the program");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + resource + " can not be read", e);
        }
    }
}
