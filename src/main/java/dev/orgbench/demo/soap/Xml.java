package dev.orgbench.demo.soap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An element, read or to be written. What is read has no prefixes: clients differ in how they name the same namespaces,
 * and no operation has two elements that differ in nothing else.
 *
 * @param name without a prefix where it was read; as it is to stand in the answer where it is written
 * @param attributes by name, in the same way
 * @param text what stands directly in it; empty where it has children
 * @param line where its tag ends in what was read, from 1; 0 for what is written
 * @param column as {@code line}
 */
public record Xml(String name, Map<String, String> attributes, List<Xml> children, String text, int line, int column) {
    private static final Map<String, String> NIL = Map.of("xsi:nil", "true");

    public static Xml parent(String name, List<Xml> children) {
        return new Xml(name, Map.of(), children, "", 0, 0);
    }

    public static Xml parent(String name, Xml... children) {
        return parent(name, List.of(children));
    }

    /** An element with a text; with none, one that says so. */
    public static Xml of(String name, @Nullable Object value) {
        return value == null ? nil(name) : new Xml(name, Map.of(), List.of(), value.toString(), 0, 0);
    }

    public static Xml nil(String name) {
        return new Xml(name, NIL, List.of(), "", 0, 0);
    }

    /** The same with another attribute. */
    public Xml with(String attribute, String value) {
        Map<String, String> all = new LinkedHashMap<>(attributes);
        all.put(attribute, value);
        return new Xml(name, all, children, text, line, column);
    }

    /** The first child of that name. */
    public Optional<Xml> child(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted)).findFirst();
    }

    /** All children of that name. */
    public List<Xml> children(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted)).toList();
    }

    /** The text of the first child of that name, without blanks around it; empty if there is none. */
    public String textOf(String wanted) {
        return child(wanted).map(child -> child.text.strip()).orElse("");
    }

    /** Whether the first child of that name says {@code true} or {@code 1}. */
    public boolean isTrue(String wanted) {
        String said = textOf(wanted);
        return said.equals("true") || said.equals("1");
    }

    /** Whether it says that it has no value. */
    public boolean isNil() {
        String nil = attributes.getOrDefault("nil", "");
        return nil.equals("true") || nil.equals("1");
    }

    /** The name of its {@code xsi:type} without the prefix; empty if it has none. */
    public String type() {
        String type = attributes.getOrDefault("type", "");
        return type.substring(type.indexOf(':') + 1);
    }
}
