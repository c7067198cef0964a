package dev.orgbench.connect.guide;

import dev.orgbench.connect.Machine;
import java.nio.file.Files;
import java.util.List;

/**
 * A client, and the ways in which it can be told of a server.
 *
 * @param id as in {@code claude-code}
 * @param name as its makers write it
 * @param about how it connects, in a sentence
 * @param programs its programs' names, by which it is found on a machine
 * @param files files or folders that it leaves on a machine
 * @param mostTools how many tools it takes; 0 where no limit is known
 * @param ways at least one
 */
public record Guide(
        String id,
        String name,
        String about,
        List<String> programs,
        List<String> files,
        int mostTools,
        List<Way> ways) {
    /** Whether it can only be reached through a public URL or a tunnel of its own. */
    public boolean isElsewhere() {
        return programs.isEmpty() && files.isEmpty();
    }

    /** Whether traces of it are on that machine. Nothing is started. */
    public boolean isFound(Machine machine) {
        return programs.stream().anyMatch(program -> machine.program(program).isPresent())
                || files.stream().anyMatch(file -> Files.exists(machine.path(file)));
    }

    /** The way of that id, or the first. */
    public Way way(String wanted) {
        return ways.stream().filter(way -> way.id().equals(wanted)).findFirst().orElse(ways.getFirst());
    }
}
