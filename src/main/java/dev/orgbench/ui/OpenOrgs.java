package dev.orgbench.ui;

import dev.orgbench.orgs.Org;
import dev.orgbench.orgs.OrgChange;
import dev.orgbench.ui.connect.PublicServers;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.Theme;
import dev.orgbench.ui.kit.VirtualThreads;
import dev.orgbench.ui.orgs.OrgsModel;
import dev.orgbench.ui.tools.OtherServers;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The orgs that were opened in this run, each with its screens; coming back to one finds all as it was left. */
final class OpenOrgs {
    /** A busy feed reaches the screen this often at most: it looks live and leaves frames free for the rest. */
    private static final int FEED_MILLIS = 50;

    private final Map<String, OrgContents> opened = new HashMap<>();
    private final Executor screen = Platform::runLater;
    private final Executor feed = CompletableFuture.delayedExecutor(FEED_MILLIS, TimeUnit.MILLISECONDS, screen);
    private final Background background = new VirtualThreads(screen);
    private final Workbench workbench;
    private final Memory memory;
    private final Theme theme;
    private final Place place;
    private final OrgsModel model;
    private final ObservableList<String> notices;
    private final ObservableValue<Set<String>> publicServers;
    private final OtherServers otherServers;

    /** What the window shows. */
    interface Place {
        /** An org's screens. */
        void show(Org org, OrgContents contents);

        /** Why there is no org to show; {@code retry} tries again. */
        void stuck(Problem problem, Org org, Runnable retry);
    }

    /** @param place where an org's screens go */
    OpenOrgs(Workbench workbench, Memory memory, Theme theme, Place place) {
        this.workbench = workbench;
        this.memory = memory;
        this.theme = theme;
        this.place = place;
        this.model = new OrgsModel(workbench.orgs(), workbench.demo(), background, feed, this::open);
        this.notices = FXCollections.observableArrayList(workbench.notices());
        this.publicServers = PublicServers.of(workbench.tunnels(), screen);
        this.otherServers = new OtherServers(workbench.safe(), background, notices::add);
        workbench.trace().onNotice(notice -> screen.execute(() -> notices.add(notice)));
        workbench.drafts().onTrouble(trouble -> screen.execute(() -> notices.add(trouble)));
        workbench.orgs().onChange(change -> {
            if (change.kind() == OrgChange.Kind.DISCONNECTED) {
                screen.execute(() -> close(change.org().org().id()));
            }
        });
    }

    /** Shows an org's screens; the first time they are made, and start to load. */
    void open(Org org) {
        OrgContents known = opened.get(org.id());
        if (known != null) {
            place.show(org, known);
            return;
        }
        background.run(
                () -> workbench.servers().list(org.id()),
                servers -> {
                    OrgContents made =
                            opened.computeIfAbsent(org.id(), id -> new OrgContents(this, workbench, org, servers));
                    place.show(org, made);
                    made.load();
                },
                failure -> stuck(org, Problem.of(failure)));
    }

    private void stuck(Org org, Problem cause) {
        if (!opened.isEmpty()) {
            notices.add(org.label() + " cannot be opened: " + cause.message());
            return;
        }
        place.stuck(
                new Problem(
                        null,
                        org.label() + " cannot be opened. Its MCP servers cannot be read: " + cause.message(),
                        "Close other programs that use " + workbench.data().resolve("orgbench.db")
                                + ", and try again. If that does not help, close Orgbench, move this file elsewhere and start"
                                + " again: you connect your orgs anew then, and servers have new URLs."),
                org,
                () -> open(org));
    }

    /** The orgs to switch between. */
    OrgsModel model() {
        return model;
    }

    /** What happened that a person should know; one list for all orgs. */
    ObservableList<String> notices() {
        return notices;
    }

    /** The ids of the servers that a tunnel leads to. */
    ObservableValue<Set<String>> publicServers() {
        return publicServers;
    }

    /** The MCP servers that are none of Orgbench's. */
    OtherServers otherServers() {
        return otherServers;
    }

    Background background() {
        return background;
    }

    /** Runs what it is given on the screen's thread, a few times a second at most. */
    Executor feed() {
        return feed;
    }

    Memory memory() {
        return memory;
    }

    Theme theme() {
        return theme;
    }

    /** Lets an org's screens go. */
    void close(String orgId) {
        OrgContents contents = opened.remove(orgId);
        if (contents != null) {
            contents.close();
        }
    }
}
