package dev.orgbench.ui.kit.code;

import dev.orgbench.soql.complete.Proposal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/** The list of what may stand at the caret. The keys stay with the editor, which hands them on. */
final class ProposalPopup {
    private static final double ROW = 26;
    private static final int MOST_ROWS = 9;
    private static final int MOST = 400;
    private static final double WIDTH = 380;

    private final CodeArea area;
    private final Consumer<Proposal> taken;
    private final Popup popup = new Popup();
    private final ListView<Proposal> list = new ListView<>();
    private final Label help = new Label();
    private final EventHandler<KeyEvent> commands = this::closeAtCommand;

    ProposalPopup(CodeArea area, Consumer<Proposal> taken) {
        this.area = area;
        this.taken = taken;
        list.setId("proposals");
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setAccessibleText("Proposals");
        list.setCellFactory(made -> new Row());
        list.setPrefWidth(WIDTH);
        list.setOnMouseClicked(click -> take());
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> explain(now));
        help.setWrapText(true);
        help.setMaxWidth(WIDTH);
        help.getStyleClass().add("proposal-help");
        VBox ground = new VBox(list, help);
        ground.getStyleClass().add("editor-popup");
        popup.getContent().add(ground);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        // Else the shadow would count, and the list hang below its place.
        popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_TOP_LEFT);
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    void hide() {
        popup.hide();
    }

    /** Shows proposals at the place of the word that they replace. */
    void show(List<Proposal> proposals) {
        if (proposals.isEmpty() || area.getScene() == null || area.getScene().getWindow() == null) {
            hide();
            return;
        }
        List<Proposal> some = proposals.subList(0, Math.min(MOST, proposals.size()));
        list.setPrefHeight(Math.min(MOST_ROWS, some.size()) * list.getFixedCellSize() + 2);
        place(some.getFirst()).ifPresent(bounds -> {
            if (popup.isShowing()) {
                popup.setAnchorX(bounds.getMinX() - 12);
                popup.setAnchorY(bounds.getMaxY() + 4);
            } else {
                // Rows that are there before it shows would be dressed before it has its sheets.
                list.getItems().clear();
                Window window = area.getScene().getWindow();
                popup.show(window, bounds.getMinX() - 12, bounds.getMaxY() + 4);
                // The window takes its commands before the editor sees a key.
                window.addEventFilter(KeyEvent.KEY_PRESSED, commands);
                popup.setOnHidden(hidden -> window.removeEventFilter(KeyEvent.KEY_PRESSED, commands));
            }
        });
        list.getItems().setAll(some);
        list.getSelectionModel().select(0);
        list.scrollTo(0);
    }

    /** Who runs, saves or changes the tab has done with the list. */
    private void closeAtCommand(KeyEvent key) {
        KeyCode code = key.getCode();
        if (key.isShortcutDown() && !code.isModifierKey() && code != KeyCode.SPACE) {
            hide();
        }
    }

    /** A key while the list is open; tells whether it was meant for the list. */
    boolean press(KeyEvent key) {
        if (!popup.isShowing()) {
            return false;
        }
        switch (key.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(MOST_ROWS);
            case PAGE_UP -> move(-MOST_ROWS);
            case ENTER, TAB -> {
                if (key.isAltDown()) {
                    hide();
                    return false;
                }
                take();
            }
            case ESCAPE -> hide();
            case LEFT, RIGHT, HOME, END -> {
                hide();
                return false;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void take() {
        Proposal chosen = list.getSelectionModel().getSelectedItem();
        hide();
        if (chosen != null) {
            taken.accept(chosen);
        }
    }

    private void move(int by) {
        int to = Math.clamp(
                list.getSelectionModel().getSelectedIndex() + by,
                0,
                list.getItems().size() - 1);
        list.getSelectionModel().select(to);
        list.scrollTo(Math.max(0, to - MOST_ROWS / 2));
    }

    private Optional<Bounds> place(Proposal first) {
        int start = first.replace().start();
        return start < area.getCaretPosition()
                ? area.getCharacterBoundsOnScreen(start, start + 1).or(area::getCaretBounds)
                : area.getCaretBounds();
    }

    private void explain(@Nullable Proposal proposal) {
        String words = proposal == null ? "" : proposal.help();
        boolean helps = !words.isBlank();
        help.setText(words);
        help.setVisible(helps);
        help.setManaged(helps);
    }

    private static final class Row extends ListCell<Proposal> {
        private final Label sign = new Label();
        private final Label name = new Label();
        private final Label detail = new Label();
        private final HBox line;

        Row() {
            sign.getStyleClass().add("proposal-sign");
            name.getStyleClass().add("proposal-name");
            name.setMinWidth(Region.USE_PREF_SIZE);
            detail.getStyleClass().add("proposal-detail");
            detail.setTextOverrun(OverrunStyle.ELLIPSIS);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            line = new HBox(8, sign, name, gap, detail);
            line.getStyleClass().add("proposal");
            line.setMaxWidth(WIDTH - 40);
        }

        @Override
        protected void updateItem(@Nullable Proposal proposal, boolean empty) {
            super.updateItem(proposal, empty);
            if (empty || proposal == null) {
                setGraphic(null);
                return;
            }
            sign.setText(sign(proposal));
            sign.getStyleClass()
                    .setAll(
                            "proposal-sign",
                            "sign-"
                                    + proposal.kind()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-'));
            name.setText(proposal.label());
            detail.setText(proposal.detail());
            setGraphic(line);
            setAccessibleText(proposal.label() + ", " + proposal.detail());
        }

        private static String sign(Proposal proposal) {
            return switch (proposal.kind()) {
                case OBJECT -> "O";
                case FIELD -> "F";
                case RELATIONSHIP -> "→";
                case FUNCTION -> "ƒ";
                case KEYWORD -> "K";
                case OPERATOR -> "=";
                case PICKLIST_VALUE -> "•";
                case DATE_LITERAL -> "D";
                case LITERAL -> "#";
            };
        }
    }
}
