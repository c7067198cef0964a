package dev.orgbench.connect.tunnel;

import dev.orgbench.connect.Machine;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A program that makes a tunnel: how it is started, and how it tells its address.
 *
 * @param id as in {@code cloudflared}
 * @param name as people say it
 * @param about what to expect, in a sentence
 * @param preset whether it is offered as a beginning of a command of one's own, since it could not be tried here
 * @param command the program and its arguments; <code>{{port}}</code> is the gateway's port, <code>{{free}}</code> a free
 *     one
 * @param version arguments that make it tell its version; empty if it is not asked
 * @param announced found in its output once the tunnel is up; the group {@code url} is the address
 * @param agent where it tells its address besides; null if nowhere
 * @param hosts what the address must end with; empty allows any
 * @param install the command that installs it, by machine
 * @param page where to read more; null if nowhere
 * @param failures what some of its messages mean
 */
public record TunnelKind(
        String id,
        String name,
        String about,
        boolean preset,
        List<String> command,
        List<String> version,
        Pattern announced,
        @Nullable Agent agent,
        List<String> hosts,
        Map<Machine.Kind, String> install,
        @Nullable URI page,
        List<Failure> failures) {
    /** The id of a command that a person wrote. */
    public static final String OWN = "own";

    /**
     * A program's own HTTP face.
     *
     * @param url where it listens
     * @param hostname JSON pointer to the public host in its answer
     */
    public record Agent(String url, String hostname) {}

    /**
     * What a message means.
     *
     * @param when found in the output
     * @param say what to tell the person
     */
    public record Failure(Pattern when, String say) {}

    /** The program's name. */
    public String program() {
        return command.getFirst();
    }

    /** The command as one line, as a person would write it; the port is still {@code {port}}. */
    public String commandLine() {
        return CommandLine.join(command).replace("{{port}}", "{port}");
    }

    /** What its output means, where that is known. */
    Optional<String> explain(String output) {
        return failures.stream()
                .filter(failure -> failure.when().matcher(output).find())
                .map(Failure::say)
                .findFirst();
    }

    boolean owns(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return hosts.isEmpty() || hosts.stream().anyMatch(own -> name.equals(own) || name.endsWith("." + own));
    }
}
