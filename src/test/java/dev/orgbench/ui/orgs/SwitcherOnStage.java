package dev.orgbench.ui.orgs;

import dev.orgbench.orgs.ConnectedOrg;
import dev.orgbench.orgs.Org;
import dev.orgbench.orgs.SecretPlace;
import dev.orgbench.trace.Trace;
import dev.orgbench.ui.FakeDesk;
import dev.orgbench.ui.FakeServer;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Browser;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.StatePane;
import dev.orgbench.ui.kit.Theme;
import dev.orgbench.ui.kit.VirtualThreads;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;

/** The switcher in a bar of a window that has nothing else in it but what the switcher needs. */
final class SwitcherOnStage {
    final List<Org> opened = new CopyOnWriteArrayList<>();
    final OrgsModel model;
    final OrgSwitcher switcher;
    final Desk desk;

    /** On the JavaFX thread. */
    SwitcherOnStage(
            Stage stage,
            OrgsOnDisk on,
            Org org,
            Browser browser,
            Supplier<SecretPlace> secrets,
            String theme,
            double width,
            double height) {
        Memory memory = Memory.forThisRun();
        memory.put("theme", theme);
        Background background = new VirtualThreads(Platform::runLater);
        Trace trace = new Trace(Clock.systemUTC());
        Desk base = FakeDesk.on(new FakeServer(trace), trace, background, Platform::runLater, memory);
        desk = new Desk(
                org,
                base.servers(),
                trace,
                background,
                Platform::runLater,
                memory,
                base.drafts(),
                base.navigator(),
                base.overlay(),
                base.toasts(),
                base.files(),
                browser);
        model = new OrgsModel(on.orgs, on.controls, background, Platform::runLater, opened::add);
        switcher = new OrgSwitcher(model, desk, on.orgs, on.signIns, secrets);
        HBox bar = new HBox(switcher);
        bar.getStyleClass().add("top-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        BorderPane frame = new BorderPane(StatePane.empty(Feather.DATABASE, "The screens", "They stand here."));
        frame.setTop(bar);
        desk.toasts().setAlignment(Pos.BOTTOM_RIGHT);
        Scene scene = new Scene(new StackPane(frame, desk.overlay(), desk.toasts()), width, height);
        new Theme(scene, memory);
        stage.setScene(scene);
        stage.show();
    }

    List<String> labels() {
        return model.all().stream().map(ConnectedOrg::org).map(Org::label).toList();
    }
}
