package dev.orgbench.gateway;

import dev.orgbench.mcp.Change;
import dev.orgbench.mcp.McpService;
import dev.orgbench.orgs.Org;
import dev.orgbench.orgs.OrgChange;
import dev.orgbench.orgs.Orgs;
import dev.orgbench.tools.ToolCatalogue;
import dev.orgbench.trace.Trace;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** What those are to be told who hold a stream of a server open: that its tools have changed, or that they have to go. */
final class ServedChanges {
    private final ServerRegister register;
    private final Orgs orgs;
    private final ToolCatalogue catalogue;
    private final Meters meters;
    private final Clock clock;
    private final Set<Consumer<Change>> listening = ConcurrentHashMap.newKeySet();

    ServedChanges(ServerRegister register, Orgs orgs, ToolCatalogue catalogue, Meters meters, Clock clock) {
        this.register = register;
        this.orgs = orgs;
        this.catalogue = catalogue;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Tells {@code listener} what a client of a server has to know.
     *
     * @param admission by which the client was let in; it is told when that lapses, not when others' do
     */
    McpService.Subscription subscribe(Admission admission, Org org, Consumer<Change> listener) {
        McpServer then = admission.server();
        ServerRegister.Subscription ofServer = register.subscribe(change -> {
            if (change.serverId().equals(then.id())) {
                tell(change.what(), admission, listener);
            }
        });
        Orgs.Subscription ofOrg = orgs.onChange(change -> {
            if (change.kind() == OrgChange.Kind.DISCONNECTED
                    && change.org().org().id().equals(then.orgId())) {
                listener.accept(new Change.Ended());
            }
        });
        // Prompts name tools, so they come and go with them; objects are resources, and pinned ones have tools.
        Trace.Subscription ofDefinitions =
                catalogue.onChange(() -> tell(listener, Change.Kind.TOOLS, Change.Kind.PROMPTS));
        Trace.Subscription ofMetadata =
                org.connection().onMetadataChange(() -> tell(listener, Change.Kind.TOOLS, Change.Kind.RESOURCES));
        Ceilings.Entry open = meters.streamOpened(then.id());
        listening.add(listener);
        McpService.Subscription all = () -> {
            listening.remove(listener);
            ofServer.close();
            ofOrg.cancel();
            ofDefinitions.close();
            ofMetadata.close();
            open.close();
        };
        try {
            tellMissed(admission, listener);
            return all;
        } catch (RuntimeException e) {
            all.close();
            throw e;
        }
    }

    /** What happened between letting in and listening was told to nobody. */
    private void tellMissed(Admission admission, Consumer<Change> listener) {
        if (!isAsItWas(admission.server())) {
            tell(ServerRegister.What.CHANGED, admission, listener);
        } else if (admission.lapse().isPresent()) {
            listener.accept(new Change.Ended());
        }
    }

    /** Whether a server still runs, and nobody has changed it. */
    boolean isAsItWas(McpServer then) {
        return current(then)
                .map(now -> now.updatedAt().equals(then.updatedAt()))
                .orElse(false);
    }

    /** Ends every stream, so that clients learn of it and need not find out. */
    void endAll() {
        listening.forEach(listener -> listener.accept(new Change.Ended()));
    }

    private static void tell(ServerRegister.What what, Admission admission, Consumer<Change> listener) {
        switch (what) {
            case MADE, USED -> {}
            case CHANGED, ENDED, ROTATED, API_TOKENS -> {
                if (admission.lapse().isPresent()) {
                    listener.accept(new Change.Ended());
                } else if (what == ServerRegister.What.CHANGED) {
                    tell(listener, Change.Kind.values());
                }
            }
        }
    }

    private static void tell(Consumer<Change> listener, Change.Kind... lists) {
        for (Change.Kind list : lists) {
            listener.accept(new Change.ListChanged(list));
        }
    }

    private Optional<McpServer> current(McpServer then) {
        return register.find(then.id()).filter(server -> server.isRunning(Instant.now(clock)));
    }
}
