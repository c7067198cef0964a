package dev.orgbench.ui;

import dev.orgbench.gateway.McpServer;
import dev.orgbench.orgs.ConnectedOrg;
import dev.orgbench.soql.schema.Lookup;
import dev.orgbench.soql.schema.ObjectSummary;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.KeyName;
import dev.orgbench.ui.orgs.OrgSwitcher;
import dev.orgbench.ui.shell.PaletteEntry;
import dev.orgbench.ui.shell.Screen;
import java.util.ArrayList;
import java.util.List;

/** Where the palette leads to from an org: its screens, tools, objects and servers, other orgs, and things to begin. */
final class Jumps {
    private final OpenOrgs window;
    private final Workbench workbench;
    private final Desk desk;
    private final Screens screens;
    private final OrgSwitcher switcher;

    Jumps(OpenOrgs window, Workbench workbench, Screens screens, OrgSwitcher switcher) {
        this.window = window;
        this.workbench = workbench;
        this.desk = screens.desk();
        this.screens = screens;
        this.switcher = switcher;
    }

    /** What is known now; objects that the org has not told yet are missing, and asked for. */
    List<PaletteEntry> all() {
        List<PaletteEntry> all = new ArrayList<>();
        for (Screen screen : screens.all()) {
            all.add(new PaletteEntry("Screen", screen.name(), "", () -> screens.open(screen.name())));
        }
        all.add(new PaletteEntry("Command", "New query", KeyName.inText("T"), () -> desk.navigator()
                .openQuery("")));
        all.add(new PaletteEntry("Command", "New server", "", screens::newServer));
        all.add(new PaletteEntry("Command", "Connect an org", "", switcher::connect));
        all.add(new PaletteEntry("Command", "Switch org", KeyName.inText("8"), switcher::openMenu));
        for (String tool : screens.toolNames()) {
            all.add(new PaletteEntry("Tool", tool, "", () -> desk.navigator().openTool(tool, null)));
        }
        if (screens.schema().objects() instanceof Lookup.Found<List<ObjectSummary>>(List<ObjectSummary> objects)) {
            for (ObjectSummary object : objects) {
                all.add(new PaletteEntry("Object", object.name(), object.label(), () -> desk.navigator()
                        .openObject(object.name())));
            }
        }
        for (McpServer server : desk.servers().servers()) {
            all.add(new PaletteEntry("Server", server.name(), "Use it in Tools", () -> use(server)));
        }
        for (ConnectedOrg other : workbench.orgs().list()) {
            all.add(new PaletteEntry(
                    "Org", other.org().label(), other.org().kind().words(), () -> window.open(other.org())));
        }
        return all;
    }

    private void use(McpServer server) {
        desk.servers().select(server.id());
        screens.open("Tools");
    }
}
