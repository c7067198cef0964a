package dev.orgbench.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.tools.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A member of a request's body that is laid over what was before (RFC 7396): an absent one leaves it, null sets it back,
 * any other replaces it.
 *
 * @param pointer where it stands (RFC 6901); empty for the body itself
 * @param title of the problem that its faults make, as {@code Invalid server}
 */
record Member(JsonNode json, String pointer, String title) {
    private static final int QUOTED = 100;

    Member member(String key) {
        return new Member(json.path(key), pointer + "/" + key, title);
    }

    boolean isNull() {
        return json.isNull();
    }

    /** @param example what it might look like */
    Member object(String example) throws Problem {
        if (!isAbsent() && !json.isObject()) {
            throw fault(" must be an object, as " + example + ".");
        }
        return this;
    }

    /** Refuses the first key that is none of {@code known}. */
    void refuseOtherKeys(Set<String> known) throws Problem {
        for (String key : (Iterable<String>) json::fieldNames) {
            if (!known.contains(key)) {
                String shown = quoted(key);
                throw Problem.invalid(
                        title,
                        pointer + "/" + shown.replace("~", "~0").replace("/", "~1"),
                        (name().isEmpty() ? "" : name() + ".") + shown + " is not known."
                                + DidYouMean.sentence(DidYouMean.closest(key, known)) + " Known are "
                                + known.stream().sorted().toList() + ".");
            }
        }
    }

    /** Text without blanks around it; null is none. */
    String text(String otherwise) throws Problem {
        if (json.isMissingNode()) {
            return otherwise;
        }
        if (!json.isTextual()) {
            throw fault(" must be text.");
        }
        return json.textValue().strip();
    }

    boolean flag(boolean otherwise) throws Problem {
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        if (!isAbsent()) {
            throw fault(" must be true or false.");
        }
        return json.isMissingNode() && otherwise;
    }

    /**
     * A whole number.
     *
     * @param usual what null stands for
     */
    int number(int otherwise, int usual, DoubleFunction<Optional<String>> fault) throws Problem {
        if (isAbsent()) {
            return json.isNull() ? usual : otherwise;
        }
        if (!json.isNumber()) {
            throw fault(" must be a number, or null for the usual.");
        }
        refuse(fault.apply(json.doubleValue()));
        return json.intValue();
    }

    /** A list of names, each once, whatever its case. */
    List<String> words(List<String> otherwise) throws Problem {
        if (isAbsent()) {
            return json.isNull() ? List.of() : otherwise;
        }
        if (!json.isArray()) {
            throw fault(" must be a list, as [\"" + quoted(json.asText("read")) + "\"].");
        }
        List<String> words = new ArrayList<>();
        for (JsonNode each : json) {
            String word = each.isTextual() ? each.textValue().strip() : "";
            if (word.isEmpty() || word.chars().anyMatch(Character::isISOControl)) {
                throw new Member(json, pointer + "/" + words.size(), title)
                        .fault(" must be a list of names; not understood: " + quoted(each.toString()) + ".", name());
            }
            if (words.stream().noneMatch(word::equalsIgnoreCase)) {
                words.add(word);
            }
        }
        return words;
    }

    boolean isAbsent() {
        return json.isMissingNode() || json.isNull();
    }

    void refuse(Optional<String> fault) throws Problem {
        if (fault.isPresent()) {
            throw fault(": " + fault.get());
        }
    }

    /** @param what the rest of a sentence that begins with this member's name */
    Problem fault(String what) {
        return fault(what, name());
    }

    private Problem fault(String what, String named) {
        return Problem.invalid(title, pointer, named + what);
    }

    /** {@code config.methods}. */
    private String name() {
        return pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.');
    }

    private static String quoted(@Nullable String text) {
        String whole = String.valueOf(text);
        return whole.codePointCount(0, whole.length()) <= QUOTED
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, QUOTED)) + "…";
    }
}
