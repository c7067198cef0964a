package dev.orgbench.ui.objects;

import dev.orgbench.ui.kit.Memory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The objects that a person marked, and those looked at last, from one run to the next. API names only. */
final class Shelf {
    private static final int RECENT = 5;

    private final Memory memory;
    private final String orgId;

    Shelf(Memory memory, String orgId) {
        this.memory = memory;
        this.orgId = orgId;
    }

    /** In the order in which they were marked. */
    List<String> favourites() {
        return read("favourites");
    }

    /** The newest first. */
    List<String> recent() {
        return read("recent");
    }

    boolean isFavourite(String object) {
        return favourites().contains(object);
    }

    void toggleFavourite(String object) {
        List<String> names = new ArrayList<>(favourites());
        if (!names.remove(object)) {
            names.add(object);
        }
        write("favourites", names);
    }

    void look(String object) {
        List<String> names = new ArrayList<>(recent());
        names.remove(object);
        names.addFirst(object);
        write("recent", names.subList(0, Math.min(RECENT, names.size())));
    }

    private List<String> read(String what) {
        return memory.get(key(what)).stream()
                .flatMap(names -> Arrays.stream(names.split(",")))
                .filter(name -> !name.isBlank())
                .toList();
    }

    private void write(String what, List<String> names) {
        memory.put(key(what), String.join(",", names));
    }

    private String key(String what) {
        return "objects." + what + "." + orgId;
    }
}
