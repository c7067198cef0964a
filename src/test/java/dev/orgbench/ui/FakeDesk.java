package dev.orgbench.ui;

import dev.orgbench.gateway.McpServer;
import dev.orgbench.mcp.client.McpClient;
import dev.orgbench.orgs.Org;
import dev.orgbench.orgs.OrgKind;
import dev.orgbench.salesforce.OrgConnection;
import dev.orgbench.salesforce.SignIn;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Drafts;
import dev.orgbench.ui.kit.FileDialogs;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Navigator;
import dev.orgbench.ui.kit.Overlay;
import dev.orgbench.ui.kit.ServerChoice;
import dev.orgbench.ui.kit.Toasts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;

/** Desks for tests of single screens: an org that nobody answers for, one server whose client is given. */
public final class FakeDesk {
    public static final String URL = "http://127.0.0.1:7420/mcp/9f3c2a7d41b85e06aa17c9d2b4f6e8e1";

    /** What file dialogs answer: nothing, as if the person thought better of it. */
    private static final FileDialogs NO_FILES = new FileDialogs() {
        @Override
        public void save(String title, String name, Consumer<Path> chosen) {}

        @Override
        public void open(String title, Consumer<Path> chosen, String... endings) {}
    };

    private FakeDesk() {}

    /** An org of that kind at an address where nothing listens. */
    public static Org org(OrgKind kind) {
        return new Org(
                "demo",
                "Demo org",
                kind,
                new OrgConnection(
                        "Demo org",
                        URI.create("http://127.0.0.1:1"),
                        "62.0",
                        new SignIn.PastedSession("00D!session"),
                        new OkHttpClient(),
                        Clock.systemUTC()));
    }

    /** A choice of one server, selected, with that client. */
    public static ServerChoice servers(McpClient client, Background background, Memory memory) {
        McpServer server = new McpServer(
                "mcp-1", "demo", "Demo org", McpServer.Config.EVERYTHING, null, Instant.EPOCH, Instant.EPOCH, null);
        ServerChoice choice = new ServerChoice(
                "demo",
                () -> List.of(server),
                chosen -> Optional.of(new ServerChoice.Selected(chosen, URI.create(URL), client)),
                background,
                memory);
        choice.show(List.of(server));
        return choice;
    }

    /** A desk on the demo-like org of {@link #org}. */
    public static Desk on(McpClient client, Trace trace, Background background, Executor feed, Memory memory) {
        return new Desk(
                org(OrgKind.DEMO),
                servers(client, background, memory),
                trace,
                background,
                feed,
                memory,
                Drafts.forThisRun(),
                Navigator.NOWHERE,
                new Overlay(),
                new Toasts(),
                NO_FILES,
                page -> {
                    throw new IOException("no browser here");
                });
    }
}
