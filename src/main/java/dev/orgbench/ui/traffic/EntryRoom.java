package dev.orgbench.ui.traffic;

import dev.orgbench.ui.kit.CopyButton;
import dev.orgbench.ui.kit.CopyUrl;
import dev.orgbench.ui.kit.StatePane;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** Where the selected entry is shown, or what to do while none is. */
final class EntryRoom extends StackPane {
    private final TrafficModel model;
    private final DetailModel details;
    private final EntryPane pane;
    private final StackPane instead = new StackPane();

    EntryRoom(TrafficModel model, DetailModel details, EntryPane pane) {
        this.model = model;
        this.details = details;
        this.pane = pane;
        getChildren().addAll(pane, instead);
        details.stateProperty().addListener((property, before, now) -> show());
        model.journal().agentSeenProperty().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        Row row = model.selectedProperty().get();
        switch (details.stateProperty().get()) {
            case DetailModel.State.Shown(Detail detail)
            when row != null -> {
                pane.show(row.line(), detail);
                swap(true);
            }
            case DetailModel.State.Gone() ->
                say(
                        StatePane.empty(
                                Feather.ARCHIVE,
                                "This entry is kept no longer",
                                "The newest 100,000 entries are kept, 256 MB at most. What the list says of it is all that is left."));
            case DetailModel.State.Failed(var problem) -> say(StatePane.failed(problem, details::again));
            default -> say(model.journal().agentSeenProperty().get() ? chooseOne() : connectOne());
        }
    }

    private void say(Node what) {
        instead.getChildren().setAll(what);
        swap(false);
    }

    private void swap(boolean entry) {
        pane.setVisible(entry);
        instead.setVisible(!entry);
    }

    private static StatePane chooseOne() {
        return StatePane.empty(
                Feather.MOUSE_POINTER, "Choose an entry", "Its request, its answer and what it cost appear here.");
    }

    /** Until an agent has called, the next step is to connect one. */
    private StatePane connectOne() {
        CopyButton copy = CopyButton.asking(
                "Copy the URL", "Copy the server’s whole URL, token included", () -> fireEvent(new CopyUrl()));
        copy.getStyleClass().remove("flat");
        copy.setId("connect-copy");
        return StatePane.empty(
                        Feather.LINK,
                        "No agent has called yet",
                        "Give this server’s URL to an MCP client on this machine, such as MCP Inspector or Claude Code"
                                + " (transport: Streamable HTTP). What it asks appears above as it happens.")
                .with(copy);
    }
}
