package dev.orgbench.connect.tunnel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.orgbench.connect.Machine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.StreamSupport;

/** The tunnels that Orgbench knows, and those that a person describes. */
public final class TunnelKinds {
    /** What finds the address in the output of a command that says nothing about it. */
    public static final String ANY_URL = "https://[^\\s\"'|<>]+";

    private TunnelKinds() {}

    /** Those in {@code tunnels.yaml}: first the ones that were tried, then the presets. */
    public static List<TunnelKind> bundled() {
        try (InputStream in = Objects.requireNonNull(TunnelKinds.class.getResourceAsStream("tunnels.yaml"))) {
            return list(new YAMLMapper().readTree(in), TunnelKinds::kind);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A tunnel by a command of one's own.
     *
     * @param line program and arguments; {@code {port}} is the gateway's port
     * @param urlPattern a regular expression that finds the address in the output; its group {@code url}, or all of it
     * @throws TunnelException if one of them cannot be used; the message says why
     */
    public static TunnelKind own(String line, String urlPattern) throws TunnelException {
        List<String> words = CommandLine.split(line.replace("{port}", "{{port}}"));
        if (words.isEmpty()) {
            throw new TunnelException(
                    "There is no command.", "Write the program and its arguments, with {port} for the port.");
        }
        String pattern = urlPattern.isBlank() ? ANY_URL : urlPattern.strip();
        return new TunnelKind(
                TunnelKind.OWN,
                words.getFirst(),
                "Your own command.",
                false,
                words,
                List.of(),
                compile(pattern),
                null,
                List.of(),
                Map.of(),
                null,
                List.of());
    }

    private static Pattern compile(String pattern) throws TunnelException {
        try {
            return regex(pattern.contains("(?<url>") ? pattern : "(?<url>" + pattern + ")");
        } catch (PatternSyntaxException e) {
            throw new TunnelException(
                    "The pattern for the URL is not a regular expression: " + e.getDescription() + ".",
                    "Mend it, or leave it empty to take the first https address.");
        }
    }

    private static Pattern regex(String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    }

    private static TunnelKind kind(JsonNode kind) {
        Map<Machine.Kind, String> install = new EnumMap<>(Machine.Kind.class);
        kind.path("install")
                .properties()
                .forEach(entry -> install.put(
                        Machine.Kind.valueOf(entry.getKey().toUpperCase(Locale.ROOT)),
                        entry.getValue().asText()));
        JsonNode agent = kind.path("agent");
        return new TunnelKind(
                kind.path("id").asText(),
                kind.path("name").asText(),
                kind.path("about").asText(),
                kind.path("preset").asBoolean(false),
                list(kind.path("command"), JsonNode::asText),
                list(kind.path("version"), JsonNode::asText),
                regex(kind.path("announced").asText()),
                agent.isObject()
                        ? new TunnelKind.Agent(
                                agent.path("url").asText(),
                                agent.path("hostname").asText())
                        : null,
                list(kind.path("hosts"), JsonNode::asText),
                install,
                URI.create(kind.path("page").asText()),
                list(
                        kind.path("failures"),
                        failure -> new TunnelKind.Failure(
                                regex(failure.path("when").asText()),
                                failure.path("say").asText())));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> each) {
        return StreamSupport.stream(array.spliterator(), false).map(each).toList();
    }
}
