package dev.orgbench.soql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Notes what the parser would have taken at the caret. */
final class CaretRecord {
    private final Set<String> keywords = new LinkedHashSet<>();
    private final List<Slot> slots = new ArrayList<>();

    void offer(String... words) {
        keywords.addAll(List.of(words));
    }

    void offer(Slot slot) {
        slots.add(slot);
    }

    Set<String> keywords() {
        return keywords;
    }

    List<Slot> slots() {
        return slots;
    }
}
