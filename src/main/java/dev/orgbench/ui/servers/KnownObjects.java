package dev.orgbench.ui.servers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.orgs.Org;
import dev.orgbench.tools.DidYouMean;
import dev.orgbench.trace.Recording;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.form.Suggestions.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The org's objects, for fields that take their names. The org is asked once, when they are first wanted; one that does
 * not answer keeps nobody from typing. Screen's thread only.
 */
final class KnownObjects {
    private final Org org;
    private final Recording recording;
    private final Background background;
    private final List<Runnable> listeners = new ArrayList<>();
    private List<Suggestion> all = List.of();
    private boolean wanted;

    KnownObjects(Org org, Recording recording, Background background) {
        this.org = org;
        this.recording = recording;
        this.background = background;
    }

    /** Asks the org, unless it was asked before. */
    void want() {
        if (wanted) {
            return;
        }
        wanted = true;
        background.run(
                () -> org.connection().as(recording).describeGlobal(),
                this::know,
                // Without the org any name is taken, as the management API does.
                failure -> wanted = false);
    }

    /** All that are known by now, for a list to choose from. */
    List<Suggestion> all() {
        return all;
    }

    /** The name as the org writes it; as it was typed if the org is not known to have it. */
    String spelled(String typed) {
        return all.stream()
                .map(Suggestion::value)
                .filter(typed::equalsIgnoreCase)
                .findFirst()
                .orElse(typed);
    }

    /** What is wrong with a name, as far as the org has told. */
    Optional<String> fault(String name) {
        if (all.isEmpty() || all.stream().map(Suggestion::value).anyMatch(name::equalsIgnoreCase)) {
            return Optional.empty();
        }
        List<String> meant = DidYouMean.closest(
                name, all.stream().collect(Collectors.toMap(Suggestion::value, Suggestion::note, (one, other) -> one)));
        return Optional.of(org.label() + " has no object “" + name + "”." + DidYouMean.sentence(meant));
    }

    /** Calls {@code listener} when more is known. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void know(JsonNode described) {
        List<Suggestion> objects = new ArrayList<>();
        described
                .path("sobjects")
                .forEach(object -> objects.add(new Suggestion(
                        object.path("name").asText(), object.path("label").asText())));
        all = List.copyOf(objects);
        listeners.forEach(Runnable::run);
    }
}
