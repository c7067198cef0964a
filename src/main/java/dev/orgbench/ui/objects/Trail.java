package dev.orgbench.ui.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** The way that was walked from object to object, to go back and forward on. */
final class Trail {
    private static final int LONGEST = 100;

    private final List<String> steps = new ArrayList<>();
    private final ReadOnlyBooleanWrapper mayGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper mayGoForward = new ReadOnlyBooleanWrapper();
    private int at = -1;

    ReadOnlyBooleanProperty mayGoBackProperty() {
        return mayGoBack.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty mayGoForwardProperty() {
        return mayGoForward.getReadOnlyProperty();
    }

    /** A new step; what lay ahead is forgotten. */
    void step(String object) {
        if (at >= 0 && steps.get(at).equals(object)) {
            return;
        }
        while (steps.size() > at + 1) {
            steps.removeLast();
        }
        steps.add(object);
        if (steps.size() > LONGEST) {
            steps.removeFirst();
        }
        moveTo(steps.size() - 1);
    }

    Optional<String> back() {
        return at > 0 ? Optional.of(moveTo(at - 1)) : Optional.empty();
    }

    Optional<String> forward() {
        return at + 1 < steps.size() ? Optional.of(moveTo(at + 1)) : Optional.empty();
    }

    private String moveTo(int place) {
        at = place;
        mayGoBack.set(at > 0);
        mayGoForward.set(at + 1 < steps.size());
        return steps.get(at);
    }
}
