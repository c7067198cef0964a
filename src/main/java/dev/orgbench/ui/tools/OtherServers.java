package dev.orgbench.ui.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.orgs.Secrets;
import dev.orgbench.orgs.SecretsException;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.Problem;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The other MCP URLs that a person gave, from one run to the next; the same for every org. URL and headers are secrets,
 * and are kept where sign-ins are. Screen's thread only.
 */
public final class OtherServers {
    private static final String NAME = "other-mcp-servers";
    private static final Logger LOG = LoggerFactory.getLogger(OtherServers.class);

    private final Secrets secrets;
    private final Background background;
    private final Consumer<String> told;
    private final ObservableList<OtherServer> all = FXCollections.observableArrayList();
    private final Object writing = new Object();
    private boolean read;
    private int asked;
    private int written;

    /**
     * Begins to read them.
     *
     * @param told gets a sentence or two when they cannot be read or kept
     */
    public OtherServers(Secrets secrets, Background background, Consumer<String> told) {
        this.secrets = secrets;
        this.background = background;
        this.told = told;
        read();
    }

    /** Those that can be turned to. */
    ObservableList<OtherServer> all() {
        return all;
    }

    /** Keeps one. A URL that is there already gets these headers; two at the same host get different names. */
    OtherServer add(URI url, Map<String, String> headers) {
        Optional<OtherServer> known =
                all.stream().filter(each -> each.url().equals(url)).findFirst();
        OtherServer added = new OtherServer(known.map(OtherServer::name).orElseGet(() -> freeName(url)), url, headers);
        known.ifPresentOrElse(before -> all.set(all.indexOf(before), added), () -> all.add(added));
        keep();
        return added;
    }

    /** Forgets one, with its headers. */
    void forget(OtherServer server) {
        all.remove(server);
        keep();
    }

    private String freeName(URI url) {
        String host = url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
        Predicate<String> taken =
                name -> all.stream().anyMatch(each -> each.name().equals(name));
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? host : host + " (" + number + ")")
                .filter(taken.negate())
                .findFirst()
                .orElseThrow();
    }

    /** What was added while the secrets were read stays, and counts more. */
    private void read() {
        background.run(
                () -> secrets.get(NAME).map(OtherServers::servers).orElse(List.of()),
                kept -> {
                    read = true;
                    boolean more = !all.isEmpty();
                    all.addAll(0, kept.stream().filter(this::isNew).toList());
                    if (more) {
                        keep();
                    }
                },
                failure -> told.accept("The other MCP URLs of earlier runs cannot be read. " + words(failure)));
    }

    private boolean isNew(OtherServer kept) {
        return all.stream()
                .noneMatch(each -> each.url().equals(kept.url()) || each.name().equals(kept.name()));
    }

    private void keep() {
        if (!read) {
            // Written now, the list would replace the one that could not be read yet.
            read();
            return;
        }
        String text = text(all);
        int turn = ++asked;
        background.run(
                () -> write(turn, text),
                done -> {},
                failure -> told.accept(
                        "The list of other MCP URLs could not be kept: the next run begins with the former one. "
                                + words(failure)));
    }

    /** Two that come together may come in the wrong order; the newer list is the one that stays. */
    private boolean write(int turn, String text) {
        synchronized (writing) {
            if (turn < written) {
                return false;
            }
            secrets.put(NAME, text);
            written = turn;
            return true;
        }
    }

    private static String words(Exception failure) {
        return failure instanceof SecretsException told
                ? String.valueOf(told.getMessage())
                : Problem.of(failure).message();
    }

    private static String text(List<OtherServer> servers) {
        ArrayNode array = JsonText.NODES.arrayNode();
        servers.forEach(server -> {
            ObjectNode json = array.addObject()
                    .put("name", server.name())
                    .put("url", server.url().toString());
            server.headers().forEach(json.putObject("headers")::put);
        });
        return JsonText.compact(array);
    }

    private static List<OtherServer> servers(String text) {
        List<OtherServer> servers = new ArrayList<>();
        try {
            for (JsonNode each : JsonText.parse(text)) {
                Map<String, String> headers = new LinkedHashMap<>();
                each.path("headers")
                        .properties()
                        .forEach(header ->
                                headers.put(header.getKey(), header.getValue().asText()));
                servers.add(new OtherServer(
                        each.path("name").asText(), URI.create(each.path("url").asText()), headers));
            }
        } catch (JsonText.Malformed | IllegalArgumentException damaged) {
            // Its message may quote a secret.
            LOG.warn(
                    "What was kept of other MCP servers is damaged, and begins anew ({})",
                    damaged.getClass().getSimpleName());
        }
        return servers;
    }
}
