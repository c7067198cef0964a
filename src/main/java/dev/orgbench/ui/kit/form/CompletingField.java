package dev.orgbench.ui.kit.form;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/**
 * A field with a list of values below it while one types. Any other text is taken as well. It fires an action when one
 * of the list was taken.
 */
public final class CompletingField extends TextField {
    private static final double ROW = 26;
    private static final int ROWS = 9;
    private static final double NARROWEST = 280;

    private final Supplier<List<Suggestions.Suggestion>> known;
    private final ListView<Suggestions.Suggestion> list = new ListView<>();
    private final Popup popup = new Popup();
    /** What was last asked for and is not answered for good: more may become known. */
    private @Nullable String offered;

    private boolean taking;

    /** @param known all values that fit, as far as is known now */
    public CompletingField(Supplier<List<Suggestions.Suggestion>> known) {
        this.known = known;
        list.getStyleClass().add("suggestions");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new Cell());
        list.setFocusTraversable(false);
        list.setAccessibleText("Suggestions");
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, click -> take());
        popup.getContent().add(list);
        popup.setAutoHide(true);
        // The field's own keys lead through the list; the popup must not take them away.
        popup.setAutoFix(true);
        textProperty().addListener((property, before, now) -> {
            if (isFocused() && !taking) {
                offer(now);
            }
        });
        focusedProperty().addListener((property, before, now) -> {
            if (now) {
                // Asked early, so that the values are there when they are wanted.
                list.getItems().setAll(known.get());
            } else {
                close();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    /** More values are known: the open list shows them. */
    public void refresh() {
        String wanted = offered;
        if (isFocused() && wanted != null) {
            offer(wanted);
        }
    }

    /** Shows all values, whatever is typed. */
    public void offerAll() {
        offer("");
    }

    /** Takes the text out without offering anything. */
    void empty() {
        taking = true;
        clear();
        taking = false;
        close();
    }

    /** Those of {@code all} that hold what was typed; values that begin with it come first. */
    static List<Suggestions.Suggestion> matching(List<Suggestions.Suggestion> all, String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(each -> each.value().toLowerCase(Locale.ROOT).contains(wanted)
                        || each.note().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(Comparator.comparing(
                        each -> !each.value().toLowerCase(Locale.ROOT).startsWith(wanted)))
                .toList();
    }

    private void press(KeyEvent key) {
        boolean open = popup.isShowing();
        if (key.getCode() == KeyCode.DOWN && !open) {
            offerAll();
            key.consume();
        } else if (open) {
            switch (key.getCode()) {
                case DOWN -> move(key, 1);
                case UP -> move(key, -1);
                case PAGE_DOWN -> move(key, ROWS - 1);
                case PAGE_UP -> move(key, 1 - ROWS);
                case ENTER -> {
                    if (!key.isShortcutDown() && !list.getSelectionModel().isEmpty()) {
                        take();
                        key.consume();
                    } else {
                        close();
                    }
                }
                case TAB -> close();
                case ESCAPE -> {
                    close();
                    key.consume();
                }
                default -> {
                    // Typing goes on.
                }
            }
        }
    }

    private void move(KeyEvent key, int by) {
        int at = Math.clamp(
                list.getSelectionModel().getSelectedIndex() + (long) by,
                0,
                list.getItems().size() - 1);
        list.getSelectionModel().select(at);
        list.scrollTo(Math.max(0, at - ROWS + 2));
        key.consume();
    }

    private void close() {
        offered = null;
        popup.hide();
    }

    private void offer(String typed) {
        offered = typed;
        List<Suggestions.Suggestion> matching = matching(known.get(), typed);
        boolean done = matching.isEmpty()
                || (matching.size() == 1 && matching.getFirst().value().equals(typed));
        if (done || getScene() == null || getScene().getWindow() == null) {
            popup.hide();
            return;
        }
        list.getItems().setAll(matching);
        list.getSelectionModel().clearSelection();
        if (typed.isEmpty()) {
            choosePresent(matching);
        }
        list.setPrefSize(Math.max(NARROWEST, getWidth()), Math.min(ROWS, matching.size()) * ROW + 10);
        if (!popup.isShowing()) {
            list.getStylesheets().setAll(getScene().getStylesheets());
            Bounds bounds = localToScreen(getBoundsInLocal());
            if (bounds != null) {
                popup.show(this, bounds.getMinX(), bounds.getMaxY() + 2);
            }
        }
    }

    /** In the whole list one begins at the value that the field has. */
    private void choosePresent(List<Suggestions.Suggestion> all) {
        int at = all.stream().map(Suggestions.Suggestion::value).toList().indexOf(getText());
        if (at >= 0) {
            list.getSelectionModel().select(at);
            list.scrollTo(Math.max(0, at - ROWS + 2));
        }
    }

    private void take() {
        Suggestions.Suggestion chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            taking = true;
            setText(chosen.value());
            taking = false;
            end();
            close();
            fireEvent(new ActionEvent(this, this));
        }
    }

    private static final class Cell extends ListCell<Suggestions.Suggestion> {
        private final Label value = new Label();
        private final Label note = new Label();
        private final HBox line = new HBox(10, value, new Region(), note);

        Cell() {
            HBox.setHgrow(line.getChildren().get(1), Priority.ALWAYS);
            value.setMinWidth(60);
            note.getStyleClass().add("muted");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Suggestions.@Nullable Suggestion item, boolean empty) {
            super.updateItem(item, empty);
            if (item == null || empty) {
                setGraphic(null);
                return;
            }
            value.setText(item.value());
            note.setText(item.note().equals(item.value()) ? "" : item.note());
            setAccessibleText(item.value() + " " + note.getText());
            setGraphic(line);
        }
    }
}
