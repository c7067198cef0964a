package dev.orgbench.ui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.client.Elicitation;
import dev.orgbench.salesforce.OrgSchema;
import dev.orgbench.ui.connect.ConnectModel;
import dev.orgbench.ui.connect.ConnectScreen;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Navigator;
import dev.orgbench.ui.limits.LimitsModel;
import dev.orgbench.ui.limits.LimitsScreen;
import dev.orgbench.ui.objects.ObjectsScreen;
import dev.orgbench.ui.servers.ServersScreen;
import dev.orgbench.ui.servers.Shelf;
import dev.orgbench.ui.shell.Screen;
import dev.orgbench.ui.shell.Shell;
import dev.orgbench.ui.soql.SoqlScreen;
import dev.orgbench.ui.tools.OtherServers;
import dev.orgbench.ui.tools.ToolSources;
import dev.orgbench.ui.tools.ToolsScreen;
import dev.orgbench.ui.traffic.TrafficScreen;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The screens of one org, in the order of their keys, and the ways between them. Each is made when it is first opened. */
final class Screens implements Navigator {
    private static final String TOOLS = "Tools";
    private static final String OBJECTS = "Objects";
    private static final String SOQL = "SOQL";
    private static final String TRAFFIC = "Traffic";
    private static final String LIMITS = "Limits";
    private static final String SERVERS = "Servers";
    private static final String CONNECT = "Connect";

    private final Workbench workbench;
    private final ObservableValue<Set<String>> publicServers;
    private final Desk desk;
    private final ToolsScreen tools;
    private final Made<ObjectsScreen> objects = new Made<>(this::makeObjects);
    private final Made<SoqlScreen> soql = new Made<>(this::makeSoql);
    private final Made<TrafficScreen> traffic = new Made<>(this::makeTraffic);
    private final Made<LimitsModel> limits = new Made<>(this::makeLimits);
    private final Made<ServersScreen> servers = new Made<>(this::makeServers);
    private final Made<ConnectModel> connect = new Made<>(this::makeConnect);
    private final Made<OrgSchema> schema = new Made<>(this::makeSchema);
    private final List<Screen> all;
    private @Nullable Shell shell;

    /**
     * @param publicServers the ids of the servers that a tunnel leads to
     * @param others the MCP servers that are none of Orgbench's
     * @param questions puts the questions of MCP servers to the person
     * @param desk makes what the screens stand on, given the ways between them
     */
    Screens(
            Workbench workbench,
            ObservableValue<Set<String>> publicServers,
            OtherServers others,
            Elicitation questions,
            Function<Navigator, Desk> desk) {
        this.workbench = workbench;
        this.publicServers = publicServers;
        this.desk = desk.apply(this);
        tools = ToolsScreen.of(
                this.desk,
                ToolSources.of(
                        workbench.offer(),
                        this.desk.org(),
                        schema.get(),
                        others,
                        this.desk.background(),
                        questions,
                        workbench.version()),
                workbench.data().resolve("calls"));
        all = List.of(
                new Screen(TOOLS, Feather.TOOL, () -> new Screen.View(tools, tools::focusFilter, tools::press)),
                new Screen(OBJECTS, Feather.DATABASE, () -> view(objects.get())),
                new Screen(SOQL, Feather.TERMINAL, () -> view(soql.get())),
                new Screen(TRAFFIC, Feather.ACTIVITY, () -> view(traffic.get())),
                new Screen(LIMITS, Feather.PIE_CHART, () -> view(limits.get())),
                new Screen(SERVERS, Feather.SERVER, () -> view(servers.get())),
                new Screen(CONNECT, Feather.LINK, () -> view(connect.get())));
    }

    /** What they all stand on. */
    Desk desk() {
        return desk;
    }

    List<Screen> all() {
        return all;
    }

    /** From now on the ways between the screens lead through {@code frame}. */
    void standIn(Shell frame) {
        shell = frame;
    }

    /** Whether Orgbench's own MCP server answered when it was last asked. */
    ObservableValue<Boolean> serverAnswers() {
        return tools.serverAnswers();
    }

    /** Starts to load what the first screen shows. */
    void load() {
        tools.load();
    }

    /** The tools of the selected server, as far as they are known. */
    List<String> toolNames() {
        return tools.tools();
    }

    /** What the org's describes tell. */
    OrgSchema schema() {
        return schema.get();
    }

    /** Opens the form for a new server. */
    void newServer() {
        open(SERVERS);
        servers.get().newServer();
    }

    /** Opens the screen of that name. */
    void open(String name) {
        for (int i = 0; i < all.size(); i++) {
            if (shell != null && all.get(i).name().equals(name)) {
                shell.open(i);
            }
        }
    }

    @Override
    public void openTool(String tool, @Nullable ObjectNode arguments) {
        open(TOOLS);
        tools.openTool(tool, arguments);
    }

    @Override
    public void openQuery(String query) {
        open(SOQL);
        soql.get().openQuery(query);
    }

    @Override
    public void openObject(String objectName) {
        open(OBJECTS);
        objects.get().open(objectName);
    }

    @Override
    public void openMessage(long messageId) {
        open(TRAFFIC);
        traffic.get().show(messageId);
    }

    @Override
    public void openServers() {
        open(SERVERS);
    }

    @Override
    public void openConnect(String serverId) {
        open(CONNECT);
        connect.get().choose(serverId);
    }

    private ObjectsScreen makeObjects() {
        ObjectsScreen screen = ObjectsScreen.of(desk);
        screen.load();
        return screen;
    }

    private SoqlScreen makeSoql() {
        return SoqlScreen.of(desk, schema.get(), workbench.data().resolve("queries"));
    }

    private OrgSchema makeSchema() {
        OrgSchema made = new OrgSchema(
                desk.org().connection().as(desk.trace().recording(desk.org().id(), "Describe")), workbench.clock());
        desk.lifetime().keep(made);
        return made;
    }

    private TrafficScreen makeTraffic() {
        return TrafficScreen.of(desk, workbench.version());
    }

    private LimitsModel makeLimits() {
        LimitsModel made = new LimitsModel(desk.org(), desk.trace(), desk.background(), desk.feed(), workbench.clock());
        desk.lifetime().keep(made);
        return made;
    }

    private ServersScreen makeServers() {
        Shelf shelf = new Shelf(
                desk.org(),
                workbench.servers(),
                workbench.offer().tools(),
                workbench.gateway()::url,
                workbench.clock());
        return new ServersScreen(desk, shelf, publicServers);
    }

    private ConnectModel makeConnect() {
        ConnectModel model = new ConnectModel(
                workbench.connect().apply(desk.org()), desk.background(), Platform::runLater, desk.memory());
        model.load();
        return model;
    }

    private Screen.View view(ObjectsScreen screen) {
        return new Screen.View(screen, screen::focusFilter, key -> switch (key.getCode()) {
            case F5 -> {
                screen.refresh();
                yield true;
            }
            case ESCAPE -> screen.cancel();
            default -> false;
        });
    }

    private Screen.View view(SoqlScreen screen) {
        return new Screen.View(screen, screen::focusFilter, screen::press);
    }

    private Screen.View view(TrafficScreen screen) {
        return new Screen.View(screen, screen::focusFilter, screen::press);
    }

    private Screen.View view(LimitsModel model) {
        LimitsScreen screen = new LimitsScreen(model, desk.memory());
        return new Screen.View(screen, screen::focusFilter, key -> switch (key.getCode()) {
            case F5 -> {
                model.refresh();
                yield true;
            }
            case ESCAPE -> model.cancel();
            default -> false;
        });
    }

    private Screen.View view(ServersScreen screen) {
        return new Screen.View(screen, screen::focusFilter);
    }

    private Screen.View view(ConnectModel model) {
        ConnectScreen screen = new ConnectScreen(model, desk);
        return new Screen.View(screen, screen::focusFilter);
    }
}
