package dev.orgbench.ui.tools;

import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.RememberedSplit;
import dev.orgbench.ui.kit.StatePane;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** The Tools screen: the server's tools on the left, the chosen one on the right. */
public final class ToolsScreen extends StackPane {
    private final ToolsModel model;
    private final Memory memory;
    private final ToolList list;
    private final StackPane place = new StackPane();
    /** One view for each tool that was looked at, so that coming back finds it as it was left. */
    private final Map<ToolCall, ToolDetail> details = new HashMap<>();


    public ToolsScreen(ToolsModel model, Memory memory) {
        this.model = model;
        this.memory = memory;
        this.list = new ToolList(model);
        list.setMinWidth(220);
        place.setMinWidth(420);
        SplitPane split = new RememberedSplit("tools.list", Orientation.HORIZONTAL, 0.285, memory, list, place);
        getStyleClass().add("tools-screen");
        getChildren().add(split);
        model.chosenProperty().addListener((property, before, now) -> showChosen());
        model.loadingProperty().addListener((property, before, now) -> showChosen());
        showChosen();
    }

    /** Puts the caret into the filter. */
    public void focusFilter() {
        list.focusFilter();
    }

    @Override
    public void requestFocus() {
        list.requestFocus();
    }

    /** Runs the chosen tool's call. */
    public void run() {
        if (detail() instanceof ToolDetail detail) {
            detail.run();
        }
    }

    /** Cancels the call under way; tells whether there was one. */
    public boolean cancel() {
        ToolCall call = model.chosenProperty().get();
        if (call == null || !call.isRunning()) {
            return false;
        }
        call.cancel();
        return true;
    }

    private Node detail() {
        return place.getChildren().getFirst();
    }

    private void showChosen() {
        ToolCall call = model.chosenProperty().get();
        if (call != null) {
            details.keySet().removeIf(other -> !model.isListed(other));
            place.getChildren().setAll(details.computeIfAbsent(call, made -> new ToolDetail(made, memory, model.background())));
            return;
        }
        place.getChildren().setAll(switch (model.loadingProperty().get()) {
            case ToolsModel.Loading.UnderWay loading -> StatePane.loading("Asking the server for its tools");
            case ToolsModel.Loading.Failed(Problem problem) -> StatePane.failed(problem, model::load);
            case ToolsModel.Loading.Done done -> StatePane.empty(
                            Feather.TOOL,
                            "This server has no tools",
                            "Its scope allows none of the org’s tools. Widen the scope, then load the list again.")
                    .with("Load again", model::load);
        });
    }
}
