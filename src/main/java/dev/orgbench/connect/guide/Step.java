package dev.orgbench.connect.guide;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One thing to do, in order. */
public record Step(List<Part> parts) {
    /** Templates have four marks: {@code **bold**}, {@code [label](url)}, {@code `code`} and <code>{{value}}</code>. */
    private static final Pattern MARK = Pattern.compile(
            "\\*\\*(?<bold>.+?)\\*\\*|\\[(?<label>.+?)]\\((?<link>.+?)\\)|`(?<code>.+?)`|\\{\\{(?<value>\\w+)}}");

    /** A stretch of a step. */
    public sealed interface Part {
        /** As plain text. */
        String text();
    }

    /** Words to read. */
    public record Words(String text) implements Part {}

    /** What stands on a button or in a menu. */
    public record Strong(String text) implements Part {}

    /** A file's name, a key, a command: in the code font. */
    public record Code(String text) implements Part {}

    /** Something to open in a browser. */
    public record Link(String text, URI target) implements Part {}

    /**
     * Something to copy.
     *
     * @param name what it is: {@code url}, {@code name}
     * @param text all of it
     * @param masked fit for the screen
     * @param ready false while it cannot be known yet, as the public URL without a tunnel
     */
    public record Value(String name, String text, String masked, boolean ready) implements Part {
        /** Without its secret. */
        @Override
        public String toString() {
            return name + "=" + masked;
        }
    }

    static Step read(String template, Values whole, Values masked, boolean urlReady) {
        List<Part> parts = new ArrayList<>();
        Matcher mark = MARK.matcher(template);
        int at = 0;
        while (mark.find()) {
            if (mark.start() > at) {
                parts.add(new Words(template.substring(at, mark.start())));
            }
            at = mark.end();
            parts.add(part(mark, whole, masked, urlReady));
        }
        if (at < template.length()) {
            parts.add(new Words(template.substring(at)));
        }
        return new Step(List.copyOf(parts));
    }

    /** As plain text, whole values included. */
    public String text() {
        return parts.stream()
                .map(part -> part instanceof Link link ? link.text() + " (" + link.target() + ")" : part.text())
                .collect(Collectors.joining());
    }

    private static Part part(Matcher mark, Values whole, Values masked, boolean urlReady) {
        if (mark.group("bold") != null) {
            return new Strong(mark.group("bold"));
        }
        if (mark.group("link") != null) {
            return new Link(mark.group("label"), URI.create(mark.group("link")));
        }
        if (mark.group("code") != null) {
            return new Code(mark.group("code"));
        }
        String name = mark.group("value");
        return new Value(name, whole.get(name), masked.get(name), urlReady || !name.equals("url"));
    }
}
