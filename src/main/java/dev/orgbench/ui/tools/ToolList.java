package dev.orgbench.ui.tools;

import dev.orgbench.ui.kit.Badge;
import dev.orgbench.ui.kit.FilterField;
import dev.orgbench.ui.kit.Focus;
import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.StatePane;
import dev.orgbench.ui.kit.ToolName;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The server's tools by group, with a filter above and the total below. */
final class ToolList extends VBox {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final ToolsModel model;
    private final FilterField filter;
    private final ListView<ToolGroups.Row> list = new ListView<>();
    private final Label total = new Label();
    private String sharedWord = "";
    private final ServerPicker servers;

    ToolList(ToolsModel model, ServerPicker servers, ChangesStrip changes, SavedCallsPane saved) {
        this.model = model;
        this.servers = servers;
        filter = new FilterField("tool-filter", "Filter tools", "Filter tools", model.filterProperty());
        getStyleClass().add("tool-list");
        model.rows().addListener((ListChangeListener<ToolGroups.Row>) change -> findSharedWord());
        findSharedWord();
        list.setItems(model.rows());
        list.setCellFactory(view -> new Cell());
        list.setAccessibleText("Tools");
        list.getStyleClass().add("edge-to-edge");
        list.setPlaceholder(new Label());
        VBox.setVgrow(list, Priority.ALWAYS);
        total.getStyleClass().add("list-footer");
        total.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(serverBar(), head(), list, saved, changes, total);
        list.setMinHeight(120);
        followChoice();
        model.loadingProperty().addListener((property, before, now) -> showLoading());
        showLoading();
    }

    /** Shows a message above the total. */
    void addStrip(Node strip) {
        getChildren().add(getChildren().size() - 1, strip);
    }

    /** While there is no list the other side of the screen says why; here nothing is claimed. */
    private void showLoading() {
        ToolsModel.Loading loading = model.loadingProperty().get();
        boolean done = loading instanceof ToolsModel.Loading.Done(int count) && count > 0;
        // What was listed before stays: it is better than nothing, as long as it is said how old it is.
        boolean stale =
                loading instanceof ToolsModel.Loading.Failed && !model.rows().isEmpty();
        total.setText(
                switch (loading) {
                    case ToolsModel.Loading.Done tools when done -> model.total();
                    case ToolsModel.Loading.Failed(Problem problem)
                    when stale -> "Not loaded again. " + problem.message();
                    default -> "";
                });
        total.pseudoClassStateChanged(FAILED, stale);
        total.setTooltip(stale ? new Tooltip(total.getText()) : null);
        list.setPlaceholder(done ? StatePane.noMatch("tool", filter::clear) : new Label());
    }

    void focusFilter() {
        filter.take();
    }

    @Override
    public void requestFocus() {
        Focus.on(list);
    }

    private HBox serverBar() {
        HBox.setHgrow(servers, Priority.ALWAYS);
        Button again = new Button("", Icons.of(Feather.REFRESH_CW));
        again.getStyleClass().addAll("flat", "icon-button");
        again.setAccessibleText("Load the tools again");
        again.setTooltip(new Tooltip("Load the tools again (F5)"));
        again.setOnAction(press -> model.load());
        HBox bar = new HBox(4, servers, again);
        bar.getStyleClass().add("server-bar");
        return bar;
    }

    private HBox head() {
        filter.leadTo(() -> {
            list.requestFocus();
            if (list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        });
        HBox.setHgrow(filter, Priority.ALWAYS);
        HBox head = new HBox(4, filter);
        head.getStyleClass().add("list-head");
        return head;
    }

    private void followChoice() {
        list.getSelectionModel().selectedIndexProperty().addListener((property, before, now) -> {
            int index = now.intValue();
            if (index < 0 || index >= model.rows().size()) {
                return;
            }
            switch (model.rows().get(index)) {
                case ToolGroups.Row.Item(ToolEntry tool) -> model.choose(tool);
                case ToolGroups.Row.Header header -> {
                    // A group's name cannot be chosen: on to the next tool in the same direction.
                    boolean up = before.intValue() > index && index > 0;
                    list.getSelectionModel().select(up ? index - 1 : index + 1);
                }
            }
        });
        model.chosenProperty().addListener((property, before, now) -> mark(now));
        model.rows().addListener((ListChangeListener<ToolGroups.Row>)
                change -> mark(model.chosenProperty().get()));
        mark(model.chosenProperty().get());
    }

    private void mark(@Nullable ToolCall call) {
        if (call == null) {
            list.getSelectionModel().clearSelection();
            return;
        }
        int place = model.rows().indexOf(new ToolGroups.Row.Item(call.tool()));
        if (place < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != place) {
            list.getSelectionModel().select(place);
        }
    }

    private void findSharedWord() {
        sharedWord = ToolName.shared(model.rows().stream()
                .flatMap(row ->
                        row instanceof ToolGroups.Row.Item(ToolEntry tool) ? Stream.of(tool.name()) : Stream.empty())
                .toList());
    }

    private final class Cell extends ListCell<ToolGroups.Row> {
        private final ToolName name = new ToolName();
        private final Badge kind = new Badge();
        private final Label tokens = new Label();
        private final HBox line;

        Cell() {
            HBox.setHgrow(name, Priority.ALWAYS);
            tokens.getStyleClass().add("token-count");
            tokens.setMinWidth(Region.USE_PREF_SIZE);
            line = new HBox(8, name, kind, tokens);
            line.getStyleClass().add("tool-line");
            // The list must not grow sideways with long names: they are cut instead.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(ToolGroups.@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeAll("group-cell", "tool-cell");
            setTooltip(null);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            switch (row) {
                case ToolGroups.Row.Header(String tag, int count) -> {
                    getStyleClass().add("group-cell");
                    name.show(tag.toUpperCase(Locale.ROOT), "");
                    tokens.setText(Integer.toString(count));
                    kind.setVisible(false);
                    setAccessibleText("Group " + tag + ", " + count + " tools");
                }
                case ToolGroups.Row.Item(ToolEntry tool) -> {
                    getStyleClass().add("tool-cell");
                    name.show(tool.name(), sharedWord);
                    tokens.setText(String.format(Locale.ROOT, "%,d", tool.tokens()));
                    kind.setVisible(true);
                    kind.show(tool.kind().word(), tool.kind().tone());
                    setTooltip(new Tooltip(tool.name() + "\nAbout " + tool.tokens() + " tokens"));
                    setAccessibleText(tool.name() + ", " + tool.kind().word() + ", " + tool.tokens() + " tokens");
                }
            }
            setGraphic(line);
        }
    }
}
