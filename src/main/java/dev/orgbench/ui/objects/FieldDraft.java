package dev.orgbench.ui.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.ui.kit.JsonText;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A custom field as a person defines it: what was written, what is wrong with it, and what a tool is called with.
 * Immutable.
 *
 * @param object the API name of the object that has it
 * @param existing the field that is changed; null for a new one
 * @param written by part; flags are {@code true} or not there
 */
record FieldDraft(String object, @Nullable Existing existing, FieldKind kind, Map<FieldPart, String> written) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z](_?[A-Za-z0-9])*");
    private static final Pattern FORMAT = Pattern.compile("[^{}]*\\{0{1,10}}[^{}]*");
    private static final String ADMINISTRATOR = "System Administrator";

    FieldDraft {
        written = Map.copyOf(written);
    }

    /**
     * A field as it stands in the org.
     *
     * @param id its Tooling Id
     */
    record Existing(String id, String name, JsonNode metadata) {}

    static FieldDraft create(String object) {
        return new FieldDraft(
                object,
                null,
                FieldKind.TEXT,
                Map.of(FieldPart.LENGTH, "80", FieldPart.RESTRICTED, "true", FieldPart.VISIBLE_TO, ADMINISTRATOR));
    }

    /** Empty if fields of its type cannot be changed here, as formulas. */
    static Optional<FieldDraft> edit(String object, Existing existing) {
        JsonNode metadata = existing.metadata();
        return FieldKind.of(metadata.path("type").asText()).map(kind -> {
            Map<FieldPart, String> written = new EnumMap<>(FieldPart.class);
            KEYS.forEach((part, key) -> {
                String text = metadata.path(key).asText("");
                boolean said = !metadata.path(key).isNull() && !text.isEmpty() && !text.equals("false");
                if (said) {
                    written.put(part, text);
                }
            });
            written.put(FieldPart.NAME, existing.name().replaceFirst("__c$", ""));
            written.put(FieldPart.VALUES, PicklistText.write(metadata));
            if (metadata.at("/valueSet/restricted").asBoolean()) {
                written.put(FieldPart.RESTRICTED, "true");
            }
            return new FieldDraft(object, existing, kind, written);
        });
    }

    /** Parts whose value goes into the Metadata as it is written. */
    private static final Map<FieldPart, String> KEYS = keys();

    private static Map<FieldPart, String> keys() {
        Map<FieldPart, String> keys = new LinkedHashMap<>();
        keys.put(FieldPart.LABEL, "label");
        keys.put(FieldPart.LENGTH, "length");
        keys.put(FieldPart.PRECISION, "precision");
        keys.put(FieldPart.SCALE, "scale");
        keys.put(FieldPart.LINES, "visibleLines");
        keys.put(FieldPart.TARGET, "referenceTo");
        keys.put(FieldPart.RELATIONSHIP, "relationshipName");
        keys.put(FieldPart.FORMAT, "displayFormat");
        keys.put(FieldPart.CHECKED, "defaultValue");
        keys.put(FieldPart.REQUIRED, "required");
        keys.put(FieldPart.UNIQUE, "unique");
        keys.put(FieldPart.EXTERNAL_ID, "externalId");
        keys.put(FieldPart.HELP, "inlineHelpText");
        keys.put(FieldPart.DESCRIPTION, "description");
        return keys;
    }

    String text(FieldPart part) {
        return written.getOrDefault(part, "").strip();
    }

    boolean isSet(FieldPart part) {
        return "true".equals(written.get(part));
    }

    /** Whether the part is there for this kind, and may still be changed. */
    boolean asks(FieldPart part) {
        boolean fixed = existing != null
                && (part == FieldPart.NAME
                        || part == FieldPart.VISIBLE_TO
                        || part == FieldPart.TARGET
                        || part == FieldPart.RELATIONSHIP);
        return kind.has(part) && !fixed;
    }

    FieldDraft with(FieldPart part, String text) {
        Map<FieldPart, String> next = new EnumMap<>(FieldPart.class);
        next.putAll(written);
        // A new field is called like its label until the person thinks otherwise.
        if (part == FieldPart.LABEL && existing == null && text(FieldPart.NAME).equals(named(text(FieldPart.LABEL)))) {
            next.put(FieldPart.NAME, named(text));
        }
        next.put(part, text);
        return new FieldDraft(object, existing, kind, next);
    }

    FieldDraft with(FieldKind other) {
        Map<FieldPart, String> next = new EnumMap<>(FieldPart.class);
        next.putAll(written);
        boolean longer = other == FieldKind.LONG_TEXT_AREA || other == FieldKind.HTML;
        next.put(FieldPart.LENGTH, longer ? "32768" : "80");
        next.put(FieldPart.LINES, other == FieldKind.HTML ? "25" : other == FieldKind.MULTISELECT ? "4" : "3");
        next.putIfAbsent(FieldPart.PRECISION, "18");
        next.putIfAbsent(FieldPart.SCALE, "2");
        return new FieldDraft(object, existing, other, next);
    }

    /** {@code Renewal_Date} for {@code Renewal Date}. */
    static String named(String label) {
        return label.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^[_0-9]+|_+$", "");
    }

    /** What is wrong, by part; each in a sentence. */
    Map<FieldPart, String> problems() {
        Map<FieldPart, String> problems = new EnumMap<>(FieldPart.class);
        for (FieldPart part : FieldPart.values()) {
            if (asks(part)) {
                problem(part).ifPresent(words -> problems.put(part, words));
            }
        }
        return problems;
    }

    private Optional<String> problem(FieldPart part) {
        String text = text(part);
        return switch (part) {
            case LABEL -> when(text.isEmpty() || text.length() > 40, "A label has 1 to 40 characters.");
            case NAME ->
                when(!isName(text), "Letters, digits and single underscores, beginning with a letter; at most 40.");
            case LENGTH -> kind == FieldKind.TEXT ? number(text, 1, 255) : number(text, 256, 131_072);
            case PRECISION -> number(text, 1, 18);
            case SCALE -> number(text, 0, Math.max(0, parsed(text(FieldPart.PRECISION))));
            case LINES -> number(text, kind == FieldKind.HTML ? 10 : kind == FieldKind.MULTISELECT ? 3 : 2, 50);
            case VALUES -> PicklistText.problem(PicklistText.read(text));
            case TARGET -> when(text.isEmpty(), "Name the object that it points to.");
            case RELATIONSHIP ->
                when(!isName(text), "Letters, digits and single underscores, beginning with a letter; at most 40.");
            case FORMAT -> when(!FORMAT.matcher(text).matches(), "Write it like R-{0000}: one number in braces.");
            case HELP ->
                when(text.length() > 510, "A help text has at most 510 characters; this has " + text.length() + ".");
            case DESCRIPTION -> when(text.length() > 1_000, "A description has at most 1,000 characters.");
            default -> Optional.empty();
        };
    }

    /** The length comes first: on a text of thousands of characters the pattern would run out of stack. */
    private static boolean isName(String text) {
        return text.length() <= 40 && NAME.matcher(text).matches();
    }

    private static Optional<String> when(boolean wrong, String words) {
        return wrong ? Optional.of(words) : Optional.empty();
    }

    private static Optional<String> number(String text, int least, int most) {
        int number = parsed(text);
        return when(
                number < least || number > most, String.format(Locale.ROOT, "A number from %,d to %,d.", least, most));
    }

    private static int parsed(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    /** The tool that does it. */
    String tool() {
        return existing == null ? FieldTools.CREATE : FieldTools.UPDATE;
    }

    /** What the tool is called with: for a new field all of it, for another what changes. Wrong parts go as written. */
    ObjectNode arguments() {
        ObjectNode arguments = JsonText.NODES.objectNode();
        if (existing != null) {
            arguments.put("id", existing.id());
            arguments.set("Metadata", changes(existing.metadata()));
            return arguments;
        }
        arguments.put("object_name", object).put("DeveloperName", text(FieldPart.NAME));
        ObjectNode metadata = arguments.putObject("Metadata").put("type", kind.metadataName());
        metadata.setAll(metadata());
        if (kind.has(FieldPart.VALUES)) {
            metadata.set(
                    "valueSet",
                    PicklistText.valueSet(PicklistText.read(text(FieldPart.VALUES)), isSet(FieldPart.RESTRICTED)));
        }
        ArrayNode profiles = arguments.putArray("visible_to");
        Arrays.stream(text(FieldPart.VISIBLE_TO).split(","))
                .map(String::strip)
                .filter(profile -> !profile.isEmpty())
                .forEach(profiles::add);
        return arguments;
    }

    /** Whether there is anything to be sent. */
    boolean changesSomething() {
        return existing == null || !changes(existing.metadata()).isEmpty();
    }

    private ObjectNode metadata() {
        ObjectNode metadata = JsonText.NODES.objectNode();
        KEYS.forEach((part, key) -> {
            if (!asks(part)) {
                return;
            }
            String text = text(part);
            if (part.input() == FieldPart.Input.FLAG) {
                if (isSet(part) || part == FieldPart.CHECKED || existing != null) {
                    metadata.put(key, isSet(part));
                }
            } else if (isNumber(part) && parsed(text) >= 0) {
                metadata.put(key, parsed(text));
            } else if (!text.isEmpty()) {
                metadata.put(key, text);
            } else if (existing != null) {
                metadata.putNull(key);
            }
        });
        if (kind == FieldKind.LOOKUP && existing == null && isSet(FieldPart.REQUIRED)) {
            metadata.put("deleteConstraint", "Restrict");
        }
        return metadata;
    }

    private static boolean isNumber(FieldPart part) {
        return part == FieldPart.LENGTH
                || part == FieldPart.PRECISION
                || part == FieldPart.SCALE
                || part == FieldPart.LINES;
    }

    private ObjectNode changes(JsonNode before) {
        ObjectNode changes = metadata();
        List<String> same = changes.properties().stream()
                .filter(each -> isSame(before.path(each.getKey()), each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        changes.remove(same);
        if (kind.has(FieldPart.VALUES)) {
            PicklistText.changes(before, text(FieldPart.VALUES), isSet(FieldPart.RESTRICTED))
                    .ifPresent(set -> changes.set("valueSet", set));
        }
        return changes;
    }

    /** What was never set, null and false are all the same here. */
    private static boolean isSame(JsonNode before, JsonNode now) {
        return said(before).equals(said(now));
    }

    private static String said(JsonNode value) {
        String text = value.isMissingNode() || value.isNull() ? "" : value.asText();
        return text.equals("false") ? "" : text;
    }

    /** What was written, to be kept. */
    String kept() {
        ObjectNode kept = JsonText.NODES.objectNode().put("kind", kind.name());
        written.forEach((part, text) -> kept.put(part.name(), text));
        return JsonText.compact(kept);
    }

    /** This draft with what was {@link #kept} laid over it; as it is if that cannot be read. */
    FieldDraft restored(String kept) {
        try {
            JsonNode json = JsonText.parseObject(kept);
            Map<FieldPart, String> next = new EnumMap<>(FieldPart.class);
            next.putAll(written);
            for (FieldPart part : FieldPart.values()) {
                if (json.path(part.name()).isTextual()) {
                    next.put(part, json.path(part.name()).asText());
                }
            }
            FieldKind known = Arrays.stream(FieldKind.values())
                    .filter(each -> each.name().equals(json.path("kind").asText()))
                    .findFirst()
                    .orElse(kind);
            return new FieldDraft(object, existing, Objects.requireNonNull(known), next);
        } catch (JsonText.Malformed unreadable) {
            // Written by us; if something else has spoilt it, the person begins afresh.
            return this;
        }
    }
}
