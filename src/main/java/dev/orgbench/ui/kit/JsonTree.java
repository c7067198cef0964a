package dev.orgbench.ui.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** JSON as a tree that opens level by level. Children are made when they are first asked for. */
public final class JsonTree extends StackPane {
    private static final int OPEN_AT_ONCE = 40;

    private final TreeView<Member> tree = new TreeView<>();

    public JsonTree(String name) {
        tree.setCellFactory(view -> new Cell());
        tree.setFixedCellSize(24);
        tree.setShowRoot(false);
        tree.getStyleClass().addAll("edge-to-edge", "json-tree");
        tree.setAccessibleText(name);
        tree.setContextMenu(menu());
        getChildren().add(tree);
    }

    /** Replaces what is shown; opens the first levels as long as they are short. */
    public void show(JsonNode json) {
        TreeItem<Member> root = new Branch(new Member("", json));
        root.setExpanded(true);
        int shown = root.getChildren().size();
        for (TreeItem<Member> child : root.getChildren()) {
            int more = child.getValue().json().size();
            if (more > 0 && shown + more <= OPEN_AT_ONCE) {
                child.setExpanded(true);
                shown += more;
                for (TreeItem<Member> grandchild : child.getChildren()) {
                    int evenMore = grandchild.getValue().json().size();
                    if (evenMore > 0 && shown + evenMore <= OPEN_AT_ONCE) {
                        grandchild.setExpanded(true);
                        shown += evenMore;
                    }
                }
            }
        }
        tree.setRoot(root);
    }

    private ContextMenu menu() {
        MenuItem value = new MenuItem("Copy value");
        value.setOnAction(press ->
                copy(member -> member.json().isTextual() ? member.json().asText() : JsonText.pretty(member.json())));
        MenuItem name = new MenuItem("Copy name");
        name.setOnAction(press -> copy(Member::name));
        return new ContextMenu(value, name);
    }

    private void copy(Function<Member, String> what) {
        TreeItem<Member> chosen = tree.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, what.apply(chosen.getValue())));
        }
    }

    private record Member(String name, JsonNode json) {}

    private static final class Branch extends TreeItem<Member> {
        private boolean made;

        Branch(Member member) {
            super(member);
        }

        @Override
        public boolean isLeaf() {
            return getValue().json().isEmpty();
        }

        @Override
        public ObservableList<TreeItem<Member>> getChildren() {
            ObservableList<TreeItem<Member>> children = super.getChildren();
            if (!made) {
                made = true;
                List<TreeItem<Member>> members = new ArrayList<>();
                JsonNode json = getValue().json();
                if (json.isArray()) {
                    for (int i = 0; i < json.size(); i++) {
                        members.add(new Branch(new Member(Integer.toString(i), json.get(i))));
                    }
                } else {
                    json.properties()
                            .forEach(member -> members.add(new Branch(new Member(member.getKey(), member.getValue()))));
                }
                children.setAll(members);
            }
            return children;
        }
    }

    private static final class Cell extends TreeCell<Member> {
        private final Label name = new Label();
        private final Label value = new Label();
        private final HBox line = new HBox(8, name, value);

        Cell() {
            name.getStyleClass().add("tree-name");
            name.setMinWidth(Label.USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(@Nullable Member member, boolean empty) {
            super.updateItem(member, empty);
            if (empty || member == null) {
                setGraphic(null);
                return;
            }
            name.setText(member.name());
            value.setText(text(member.json()));
            value.getStyleClass().setAll("label", "tree-value", style(member.json()));
            setGraphic(line);
            setAccessibleText(name.getText() + ": " + value.getText());
        }

        private static String text(JsonNode json) {
            if (json.isArray()) {
                return "[" + json.size() + "]";
            }
            if (json.isObject()) {
                return json.isEmpty() ? "{}" : "{" + json.size() + "}";
            }
            // A label lays out all it is given: a long text is cut, and copied whole from the menu.
            return json.isTextual() ? "\"" + Excerpt.line(json.asText()) + "\"" : Excerpt.line(json.asText());
        }

        private static String style(JsonNode json) {
            return switch (json.getNodeType()) {
                case STRING -> "code-string";
                case NUMBER -> "code-number";
                case BOOLEAN, NULL -> "code-constant";
                default -> "tree-count";
            };
        }
    }
}
