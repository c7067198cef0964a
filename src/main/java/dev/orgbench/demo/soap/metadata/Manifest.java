package dev.orgbench.demo.soap.metadata;

import dev.orgbench.demo.soap.Xml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a {@code package.xml} names, or a {@code destructiveChanges.xml}, which has its form.
 *
 * @param members the names by type, in the order sent; {@code *} stands for all
 */
record Manifest(Map<String, Set<String>> members) {
    private static final String ALL = "*";

    static Manifest read(Xml xml) {
        Map<String, Set<String>> members = new LinkedHashMap<>();
        for (Xml type : xml.children("types")) {
            Set<String> names = members.computeIfAbsent(type.textOf("name"), _ -> new LinkedHashSet<>());
            type.children("members").forEach(member -> names.add(member.text().strip()));
        }
        return new Manifest(members);
    }

    /** The names that are given one by one. */
    Set<String> named(ComponentType type) {
        Set<String> names = new LinkedHashSet<>(members.getOrDefault(type.apiName(), Set.of()));
        names.remove(ALL);
        return names;
    }

    boolean hasAll(ComponentType type) {
        return members.getOrDefault(type.apiName(), Set.of()).contains(ALL);
    }

    boolean has(ComponentType type, String fullName) {
        return hasAll(type)
                || members.getOrDefault(type.apiName(), Set.of()).stream().anyMatch(fullName::equalsIgnoreCase);
    }

    /** As a file. */
    static Xml toXml(Map<ComponentType, ? extends Iterable<String>> members, String version) {
        List<Xml> parts = new ArrayList<>();
        members.forEach((type, names) -> {
            List<Xml> entries = new ArrayList<>();
            names.forEach(name -> entries.add(Xml.of("members", name)));
            if (!entries.isEmpty()) {
                entries.add(Xml.of("name", type.apiName()));
                parts.add(Xml.parent("types", entries));
            }
        });
        parts.add(Xml.of("version", version));
        return Xml.parent("Package", parts).with("xmlns", MetadataApi.NAMESPACE);
    }
}
