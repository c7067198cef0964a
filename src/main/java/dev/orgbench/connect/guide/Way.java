package dev.orgbench.connect.guide;

import dev.orgbench.connect.HandedServer;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One way to connect a client.
 *
 * @param id as in {@code url}
 * @param name what it is called on screen
 * @param about what it takes, in a sentence
 * @param isPublic whether it needs a public https URL, and so a tunnel
 * @param takesApiToken whether the client can send an API token
 * @param needs a program that must be on the machine; null if none
 * @param steps templates
 * @param snippets templates
 * @param notes what else to know, whole sentences
 */
public record Way(
        String id,
        String name,
        String about,
        boolean isPublic,
        boolean takesApiToken,
        @Nullable String needs,
        List<String> steps,
        List<SnippetTemplate> snippets,
        List<String> notes) {
    /** What is said where an API token is asked for and the client can send one. */
    static final String API_TOKEN_NOTE = "api_token_in_environment";

    /**
     * The steps and texts for one server.
     *
     * @param publicBase the tunnel's {@code https} address; null while there is none. Where it is needed, the texts then
     *     show a stand-in that cannot be mistaken for a host
     * @param apiTokenNote what to say where the server asks for an API token, see {@link Guides#apiTokenNote}
     */
    public Instructions instructions(HandedServer server, @Nullable URI publicBase, String apiTokenNote) {
        boolean ready = !isPublic || publicBase != null;
        String url = !isPublic
                ? server.url().toString()
                : publicBase == null
                        ? Values.STAND_IN + server.url().getPath()
                        : server.through(publicBase).toString();
        Values whole = Values.of(server, url);
        Values masked = whole.masked(server);
        boolean token = server.asksForToken() && takesApiToken;
        List<Snippet> filled = snippets.stream()
                .map(snippet -> snippet.fill(whole, masked, token))
                .toList();
        List<Step> read = steps.stream()
                .map(step -> Step.read(step, whole, masked, ready))
                .toList();
        List<String> said = token ? prepend(notes, apiTokenNote) : notes;
        return new Instructions(read, filled, said, ready);
    }

    private static List<String> prepend(List<String> list, String more) {
        return Stream.concat(Stream.of(more), list.stream()).toList();
    }
}
