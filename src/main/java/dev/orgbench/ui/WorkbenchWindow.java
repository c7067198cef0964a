package dev.orgbench.ui;

import dev.orgbench.orgs.Org;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.StatePane;
import dev.orgbench.ui.kit.Theme;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The window. It is shown first and gets its contents when what they stand on is up, so that a person sees something at
 * once. Used on the JavaFX thread alone.
 */
public final class WorkbenchWindow {
    private static final String ORG = "org";

    private final StackPane root = new StackPane();
    private final Scene scene = new Scene(root);
    private final Memory memory;
    private final Theme theme;
    private @Nullable OpenOrgs orgs;
    private @Nullable OrgContents open;

    /** @param memory where the window keeps its place, theme and splits */
    public WorkbenchWindow(Memory memory) {
        this.memory = memory;
        this.theme = Theme.beforeScreens(scene, memory);
        // A control that is made before there is a theme loads JavaFX's own first.
        root.getChildren().add(StatePane.loading("Opening the demo org"));
    }

    /** Shows it where it stood last. */
    public void show(Stage stage) {
        stage.setTitle("Orgbench");
        stage.setScene(scene);
        new WindowPlace(memory).keep(stage);
        stage.show();
    }

    /** The id of the org that was open last. */
    public static Optional<String> lastOrg(Memory memory) {
        return memory.get(ORG);
    }

    /** Fills it with the first org's screens, and starts to load what they show. */
    public void open(Workbench workbench) {
        theme.complete();
        // Before the focused control sees them, as editors take keys for themselves.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (open != null && open.press(key)) {
                key.consume();
            }
        });
        OpenOrgs opened = new OpenOrgs(workbench, memory, theme, new OpenOrgs.Place() {
            @Override
            public void show(Org org, OrgContents contents) {
                WorkbenchWindow.this.show(org, contents);
            }

            @Override
            public void stuck(Problem problem, Org org, Runnable retry) {
                WorkbenchWindow.this.stuck(problem, org, retry);
            }
        });
        opened.open(workbench.first());
        orgs = opened;
    }

    /** Lets an org's screens go and makes them anew. */
    void reopen(Org org) {
        if (orgs != null) {
            orgs.close(org.id());
            orgs.open(org);
        }
    }

    private void stuck(Problem problem, Org org, Runnable retry) {
        open = null;
        root.getChildren().setAll(StatePane.failed(problem, () -> {
            root.getChildren().setAll(StatePane.loading("Opening " + org.label()));
            retry.run();
        }));
    }

    private void show(Org org, OrgContents contents) {
        memory.put(ORG, org.id());
        open = contents;
        root.getChildren().setAll(contents.node());
        if (scene.getWindow() instanceof Stage stage) {
            stage.setTitle("Orgbench · " + org.label());
        }
    }
}
