package dev.orgbench.ui.servers;

import dev.orgbench.tools.Method;
import dev.orgbench.tools.Tool;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What some tools together can do to an org. */
final class Abilities {
    private static final String METADATA = "metadata";
    private static final String RECORDS = "records";
    private static final String DEFINITIONS = "definitions of objects and fields";

    private Abilities() {}

    /** One thing that can be done: a verb and what it is done to. */
    enum Ability {
        READ_RECORDS("read", "records"),
        READ_DEFINITIONS("read", "definitions"),
        CREATE_RECORDS("create", "records"),
        UPDATE_RECORDS("update", "records"),
        DELETE_RECORDS("delete", "records"),
        CHANGE_DEFINITIONS("change", DEFINITIONS),
        DELETE_DEFINITIONS("delete", DEFINITIONS);

        private final String verb;
        private final String what;

        Ability(String verb, String what) {
            this.verb = verb;
            this.what = what;
        }

        private boolean reads() {
            return verb.equals("read");
        }
    }

    static Set<Ability> of(List<Tool> tools) {
        Set<Ability> can = EnumSet.noneOf(Ability.class);
        tools.forEach(tool -> can.addAll(of(tool)));
        return can;
    }

    /** What is tagged as metadata is about definitions; all else is about records. */
    static Set<Ability> of(Tool tool) {
        boolean definitions = tool.tags().contains(METADATA);
        if (tool.readOnly()) {
            return EnumSet.of(definitions ? Ability.READ_DEFINITIONS : Ability.READ_RECORDS);
        }
        if (definitions && !tool.tags().contains(RECORDS)) {
            return EnumSet.of(tool.method() == Method.DELETE ? Ability.DELETE_DEFINITIONS : Ability.CHANGE_DEFINITIONS);
        }
        return switch (tool.method()) {
            case CREATE -> EnumSet.of(Ability.CREATE_RECORDS);
            case UPDATE -> EnumSet.of(Ability.UPDATE_RECORDS);
            case DELETE -> EnumSet.of(Ability.DELETE_RECORDS);
            case GET, LIST, CUSTOM -> EnumSet.of(Ability.CREATE_RECORDS, Ability.UPDATE_RECORDS);
        };
    }

    /** {@code It can read records and definitions. It cannot write.} */
    static String sentence(Set<Ability> can) {
        if (can.isEmpty()) {
            return "It can do nothing.";
        }
        Set<Ability> cannot = EnumSet.complementOf(EnumSet.copyOf(can));
        List<String> not = new ArrayList<>(phrases(cannot, "or"));
        if (can.stream().allMatch(Ability::reads)) {
            not = new ArrayList<>(phrases(cannot.stream().filter(Ability::reads).collect(Collectors.toSet()), "or"));
            not.add("write");
        }
        return "It can " + joined(phrases(can, "and"), "and") + "."
                + (not.isEmpty() ? "" : " It cannot " + joined(not, "or") + ".");
    }

    /** {@code read records and definitions}, {@code create and update records}, {@code change definitions}. */
    private static List<String> phrases(Set<Ability> abilities, String last) {
        List<String> read = new ArrayList<>();
        List<String> verbs = new ArrayList<>();
        List<String> defining = new ArrayList<>();
        for (Ability ability : Ability.values()) {
            if (abilities.contains(ability) && ability.reads()) {
                read.add(ability.what);
            } else if (abilities.contains(ability)) {
                (ability.what.equals(DEFINITIONS) ? defining : verbs).add(ability.verb);
            }
        }
        List<String> phrases = new ArrayList<>();
        if (!read.isEmpty()) {
            phrases.add("read " + joined(read, last));
        }
        if (!verbs.isEmpty()) {
            phrases.add(joined(verbs, last) + " records");
        }
        if (!defining.isEmpty()) {
            phrases.add(joined(defining, last) + " " + DEFINITIONS);
        }
        return phrases;
    }

    /** What a tool is about, for a column; {@code objects} are the only ones that it reaches, if there are any. */
    static String reach(Tool tool, List<String> objects) {
        if (!objects.isEmpty() && !reach(tool, List.of()).equals("the org")) {
            return objects.size() == 1 ? objects.getFirst() : "the server’s " + objects.size() + " objects";
        }
        if (tool.inputSchema().path("properties").has("q")) {
            return "any object it names";
        }
        if (tool.inputSchema().path("properties").has("object_name")) {
            return tool.tags().contains(METADATA) ? "any object’s fields" : "any object";
        }
        return tool.tags().contains(METADATA) ? "definitions" : "the org";
    }

    /** {@code read}, {@code write} or {@code delete}: what the badge says. */
    static String word(Tool tool) {
        if (tool.readOnly()) {
            return "read";
        }
        return tool.method() == Method.DELETE ? "delete" : "write";
    }

    private static String joined(List<String> words, String last) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " " + last + " " + words.getLast();
    }
}
