package dev.orgbench.ui.connect;

import dev.orgbench.connect.HandedServer;
import dev.orgbench.connect.guide.Guide;
import dev.orgbench.ui.kit.Icons;
import javafx.collections.SetChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is handed over, and to whom. */
final class ClientList extends VBox {
    private final ConnectModel model;
    private final ListView<Guide> list = new ListView<>();

    ClientList(ConnectModel model) {
        this.model = model;
        getStyleClass().add("client-list");
        list.setId("clients");
        list.setAccessibleText("Clients");
        list.getItems().setAll(model.guides());
        list.setCellFactory(view -> new ClientCell());
        list.getSelectionModel().select(model.guideProperty().get());
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.guideProperty().set(now);
            }
        });
        model.guideProperty()
                .addListener((property, before, now) -> list.getSelectionModel().select(now));
        model.found().addListener((SetChangeListener<String>) change -> list.refresh());
        VBox.setVgrow(list, Priority.ALWAYS);
        Label caption = new Label("TO");
        caption.getStyleClass().add("caption");
        getChildren().addAll(head(), caption, list);
    }

    @Override
    public void requestFocus() {
        list.requestFocus();
    }

    private VBox head() {
        Label title = new Label("Hand over");
        title.getStyleClass().add("pane-title");
        ComboBox<HandedServer> servers = new ComboBox<>(model.servers());
        servers.setId("server");
        servers.setAccessibleText("The server to hand over");
        servers.setPromptText("No server");
        servers.setMaxWidth(Double.MAX_VALUE);
        servers.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable HandedServer server) {
                return server == null ? "" : server.name();
            }

            @Override
            public @Nullable HandedServer fromString(String name) {
                return null;
            }
        });
        servers.valueProperty().bindBidirectional(model.serverProperty());
        VBox head = new VBox(10, title, servers);
        head.getStyleClass().add("client-list-head");
        return head;
    }

    private final class ClientCell extends ListCell<Guide> {
        private final Label name = new Label();
        private final Label mark = new Label();
        private final HBox line = new HBox(8, name, gap(), mark);

        ClientCell() {
            getStyleClass().add("client-cell");
            mark.getStyleClass().add("client-mark");
            mark.setMinWidth(Region.USE_PREF_SIZE);
            name.setMinWidth(0);
            line.setAlignment(Pos.CENTER_LEFT);
            // As wide as the list, however narrow: names are cut rather than the list scrolled.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Guide guide, boolean empty) {
            super.updateItem(guide, empty);
            if (empty || guide == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            boolean found = model.found().contains(guide.id());
            String words = found ? "found on this machine" : guide.isElsewhere() ? "comes in from outside" : "";
            name.setText(guide.name());
            mark.setGraphic(words.isEmpty() ? null : Icons.of(found ? Feather.CHECK : Feather.GLOBE));
            setTooltip(words.isEmpty() ? null : new Tooltip(guide.name() + ": " + words));
            setAccessibleText(guide.name() + (words.isEmpty() ? "" : ", " + words));
            setGraphic(line);
        }

        private static Region gap() {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            return gap;
        }
    }
}
