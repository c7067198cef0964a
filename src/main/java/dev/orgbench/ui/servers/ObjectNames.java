package dev.orgbench.ui.servers;

import dev.orgbench.gateway.ServerRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A list of objects' API names as it is put together: those taken, and what is being typed. Screen's thread only. */
final class ObjectNames {
    private final KnownObjects known;
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper();

    ObjectNames(List<String> begin, KnownObjects known) {
        this.known = known;
        names.setAll(begin);
        typed.addListener((property, before, now) -> fault.set(null));
    }

    KnownObjects known() {
        return known;
    }

    ObservableList<String> names() {
        return names;
    }

    /** What is typed and not taken yet. */
    StringProperty typedProperty() {
        return typed;
    }

    /** What is wrong with what was typed last; null if nothing is. */
    ReadOnlyStringProperty faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /** Takes what is typed: a name, or several with commas or blanks between. What is wrong stays, with the reason. */
    boolean take() {
        List<String> given = Arrays.stream(typed.get().split("[\\s,;]+"))
                .filter(word -> !word.isEmpty())
                .map(known::spelled)
                .toList();
        List<String> together = new ArrayList<>(names);
        given.stream()
                .filter(name -> together.stream().noneMatch(name::equalsIgnoreCase))
                .forEach(together::add);
        @Nullable
        String wrong = ServerRules.objectsFault(together)
                .or(() -> given.stream()
                        .map(known::fault)
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElse(null);
        if (wrong == null) {
            names.setAll(together);
            typed.set("");
        }
        fault.set(wrong);
        return wrong == null;
    }

    void remove(String name) {
        names.remove(name);
        fault.set(null);
    }

    void removeLast() {
        if (!names.isEmpty()) {
            names.removeLast();
        }
    }
}
