package dev.orgbench.ui.tools;

import dev.orgbench.mcp.client.McpAddress;
import dev.orgbench.orgs.Secrets;
import dev.orgbench.orgs.SecretsException;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Problem;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The other MCP URLs that a person gave, from one run to the next; the same for every org. URL and headers are secrets,
 * and are kept where sign-ins are. Screen's thread only.
 */
public final class OtherServers {
    private static final String NAME = "other-mcp-servers";

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

    /** Keeps one. A URL that is there already gets these headers and this protocol; two at the same host get different names. */
    OtherServer add(McpAddress address) {
        Optional<OtherServer> known = all.stream()
                .filter(each -> each.address().url().equals(address.url()))
                .findFirst();
        OtherServer added =
                new OtherServer(known.map(OtherServer::name).orElseGet(() -> freeName(address.url())), address);
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
                () -> secrets.get(NAME).map(KeptServers::servers).orElse(List.of()),
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
                .noneMatch(each -> each.address().url().equals(kept.address().url())
                        || each.name().equals(kept.name()));
    }

    private void keep() {
        if (!read) {
            // Written now, the list would replace the one that could not be read yet.
            read();
            return;
        }
        String text = KeptServers.text(all);
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
}
