package dev.orgbench.app;

import dev.orgbench.gateway.McpServer;
import dev.orgbench.gateway.ServerRegister;
import dev.orgbench.ui.Picture;
import dev.orgbench.ui.orgs.DemoControls.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.input.KeyCode;

/** Servers, and handing them over. */
final class ServingPictures {
    private ServingPictures() {}

    static void servers(Gallery gallery) throws Exception {
        Picture picture = gallery.picture();
        picture.press("#nav-servers");
        gallery.both("servers-first", "#servers .table-row-cell:filled");
        makeServers(gallery.orgbench());
        picture.until(".servers-screen .table-row-cell:ended");
        picture.choose("#servers", "RevOps agent");
        gallery.both("servers-full", ".server-detail .server-name");
        picture.type("#server-filter", "nothing of that name");
        gallery.both("servers-empty", "#servers .state-pane");
        picture.type("#server-filter", "");
        picture.press("#new-server");
        gallery.both("servers-new", "#preview-tools .list-cell:filled");
        picture.type("#server-name", "");
        picture.press("#save-server");
        gallery.both("servers-fault", ".server-sheet .field-problem");
        picture.key(KeyCode.ESCAPE);
        picture.choose("#servers", "Sales, read only");
        picture.pressWords("Change…");
        gallery.both("servers-more", "#read-objects");
        picture.key(KeyCode.ESCAPE);
        picture.pressWords("What can this URL do?");
        gallery.both("servers-power", "#power-sentence");
        picture.key(KeyCode.ESCAPE);
    }

    static void connect(Gallery gallery) throws Exception {
        Picture picture = gallery.picture();
        gallery.trouble(Trouble.SLOW, true);
        picture.press("#nav-connect");
        gallery.both("connect-loading", ".doctor-pane .turning");
        gallery.trouble(Trouble.SLOW, false);
        picture.untilGone(".doctor-pane .turning");
        // The org was slow, which the doctor noticed.
        picture.press("#check-again");
        picture.untilGone(".doctor-pane .remedy-caution");
        picture.untilGone(".doctor-pane .turning");
        gallery.both("connect-full", ".doctor-pane .check");
        gallery.trouble(Trouble.LOST_CONNECTION, true);
        picture.press("#check-again");
        gallery.both("connect-error", ".doctor-pane .remedy-bad");
        gallery.trouble(Trouble.LOST_CONNECTION, false);
        picture.choose("#clients", "Claude Code");
        gallery.both("connect-client", ".snippet");
    }

    private static void makeServers(Orgbench orgbench) {
        ServerRegister register = orgbench.servers();
        Instant now = orgbench.clock().instant();
        register.create(
                orgbench.orgId(),
                "RevOps agent",
                new McpServer.Config(List.of("read", "write"), List.of("records", "metadata"))
                        .draft()
                        .requireApiToken(true)
                        .config(),
                now.plus(Duration.ofMinutes(372)));
        register.create(
                orgbench.orgId(),
                "Sales, read only",
                new McpServer.Config(List.of("read"), List.of("records"))
                        .draft()
                        .readObjects(List.of("Account", "Contact", "Opportunity"))
                        .pinnedObjects(List.of("Opportunity"))
                        .byteBudget(50_000)
                        .ceiling(new McpServer.Ceiling(4, 60))
                        .config(),
                null);
        McpServer contractor = register.create(
                        orgbench.orgId(),
                        "Contractor",
                        new McpServer.Config(List.of("read"), List.of("records")),
                        now.plus(Duration.ofHours(1)))
                .server();
        register.revoke(contractor.id());
    }
}
