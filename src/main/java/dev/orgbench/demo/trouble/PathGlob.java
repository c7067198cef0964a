package dev.orgbench.demo.trouble;

import java.util.regex.Pattern;

/**
 * A pattern for paths: {@code *} stands for any text within a segment, {@code **} for any text. Upper and lower case are
 * the same, as in Salesforce's paths.
 */
record PathGlob(String text, Pattern pattern) {
    static PathGlob of(String text) {
        StringBuilder regex = new StringBuilder();
        for (String piece : text.split("(?=\\*\\*)|(?<=\\*\\*)", -1)) {
            if (piece.equals("**")) {
                regex.append(".*");
                continue;
            }
            String[] plain = piece.split("\\*", -1);
            for (int i = 0; i < plain.length; i++) {
                regex.append(i == 0 ? "" : "[^/]*").append(Pattern.quote(plain[i]));
            }
        }
        return new PathGlob(text, Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE));
    }

    boolean matches(String path) {
        return pattern.matcher(path).matches();
    }
}
