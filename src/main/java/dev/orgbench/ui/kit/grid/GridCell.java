package dev.orgbench.ui.kit.grid;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.ui.kit.Focus;
import dev.orgbench.ui.kit.Records;
import dev.orgbench.ui.kit.form.CompletingField;
import dev.orgbench.ui.kit.form.Suggestions;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** A value: as text, as a way to a record or to children, or, while it is changed, as a field. */
final class GridCell extends TableCell<Line, JsonNode> {
    private static final int LONGEST = 300;
    private static final PseudoClass NULL = PseudoClass.getPseudoClass("null");
    private static final PseudoClass LINK = PseudoClass.getPseudoClass("link");
    private static final PseudoClass EDITED = PseudoClass.getPseudoClass("edited");
    private static final PseudoClass ID = PseudoClass.getPseudoClass("id");
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final GridModel model;
    private final GridActions actions;

    GridCell(GridModel model, GridActions actions) {
        this.model = model;
        this.actions = actions;
        getStyleClass().add("grid-cell");
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    }

    @Override
    protected void updateItem(@Nullable JsonNode value, boolean empty) {
        super.updateItem(value, empty);
        Line line = line();
        if (empty || value == null || line == null) {
            setText(null);
            setGraphic(null);
            mark(null, null);
            return;
        }
        if (!isEditing()) {
            setContentDisplay(ContentDisplay.TEXT_ONLY);
            setText(text(line, value));
        }
        mark(line, value);
    }

    private void mark(@Nullable Line line, @Nullable JsonNode value) {
        boolean record = line instanceof Line.Row;
        pseudoClassStateChanged(NULL, value != null && value.isNull());
        pseudoClassStateChanged(HEAD, line instanceof Line.ChildHead);
        pseudoClassStateChanged(ID, value != null && isId(value));
        pseudoClassStateChanged(
                LINK,
                value != null && (isId(value) || (record && Values.isChildren(value) && Values.childCount(value) > 0)));
        pseudoClassStateChanged(EDITED, record && line != null && model.edits().at(line.row(), column()) != null);
        setTooltip(null);
    }

    private String text(Line line, JsonNode value) {
        if (value.isNull()) {
            // For no children Salesforce sends null.
            return column().kind() == GridColumn.Kind.CHILDREN && line instanceof Line.Row ? "0" : "null";
        }
        if (Values.isChildren(value)) {
            boolean open = line instanceof Line.Row && model.isOpen(line.row(), column());
            int more = Values.childCount(value) - value.path("records").size();
            String count = String.format(Locale.ROOT, "%,d", Values.childCount(value));
            return count
                    + (open ? " ▾" : " ▸")
                    + (open && more > 0 ? " first " + value.path("records").size() : "");
        }
        if (value.isNumber()) {
            return Records.cell(value);
        }
        String text = Values.text(value);
        if (LongTexts.isCut(value)) {
            return oneLine(text) + String.format(Locale.ROOT, " … %,d characters", LongTexts.length(value));
        }
        return oneLine(text);
    }

    static String oneLine(String text) {
        String shown = text;
        if (text.length() > LONGEST) {
            int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
            shown = text.substring(0, end) + " …";
        }
        return shown.indexOf('\n') < 0 && shown.indexOf('\r') < 0
                ? shown
                : shown.replace("\r\n", " ↵ ").replace("\n", " ↵ ").replace("\r", " ↵ ");
    }

    private boolean isId(JsonNode value) {
        return value.isTextual()
                && (line() instanceof Line.Row
                        ? column().kind() == GridColumn.Kind.ID
                        : Columns.kind("Id", value) == GridColumn.Kind.ID);
    }

    private void click(MouseEvent click) {
        Line line = line();
        JsonNode value = getItem();
        if (line == null || value == null || isEditing() || click.getButton() != MouseButton.PRIMARY) {
            return;
        }
        boolean plain = !click.isShortcutDown() && !click.isShiftDown();
        if (plain && click.getClickCount() == 1) {
            if (line instanceof Line.Row record && Values.isChildren(value) && Values.childCount(value) > 0) {
                model.toggleChildren(record.row(), column());
            } else if (isId(value) && overText(click)) {
                actions.open(value.asText());
            }
        } else if (plain && click.getClickCount() == 2 && !isEditable(line) && !isId(value)) {
            actions.view(column().title(), value);
        }
    }

    /** A click beside the id selects the row as anywhere else. */
    private boolean overText(MouseEvent click) {
        double width = getText() == null ? 0 : getText().length() * 7.4;
        return click.getX() >= getInsets().getLeft()
                && click.getX() <= getInsets().getLeft() + width;
    }

    private boolean isEditable(Line line) {
        return line instanceof Line.Row record
                && column().updateable()
                && actions.mayWrite()
                && Values.idOf(model.store().get(record.row())) != null
                && !(getItem() != null && LongTexts.isCut(getItem()));
    }

    @Override
    public void startEdit() {
        Line line = line();
        JsonNode value = getItem();
        if (line == null || value == null || !isEditable(line)) {
            // The table thinks that this cell is being changed, and would take no key of its own any more.
            getTableView().edit(-1, null);
            return;
        }
        List<String> choices =
                column().kind() == GridColumn.Kind.BOOLEAN ? List.of("true", "false") : column().choices();
        if (choices.isEmpty() && TextSheet.isNeeded(Values.text(value), column())) {
            getTableView().edit(-1, null);
            actions.editText(line, column(), Values.text(value));
            return;
        }
        super.startEdit();
        if (!isEditing()) {
            return;
        }
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        if (choices.isEmpty()) {
            editAsText(line, Values.text(value));
        } else {
            editAsChoice(line, Values.text(value), choices);
        }
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        endEdit();
    }

    private void editAsText(Line line, String text) {
        edit(line, new TextField(), text);
    }

    /** A list of 1,000 values is of use only to who can type in it. */
    private void editAsChoice(Line line, String text, List<String> choices) {
        List<Suggestions.Suggestion> all = choices.stream()
                .map(value -> new Suggestions.Suggestion(value, ""))
                .toList();
        CompletingField field = new CompletingField(() -> all);
        edit(line, field, text);
        field.setOnAction(chosen -> take(line, field, field.getText()));
        // The list opens below the field, which must have its place by then.
        applyCss();
        layout();
        field.offerAll();
    }

    private void edit(Line line, TextField field, String text) {
        field.setText(text);
        field.getStyleClass().add("cell-field");
        field.setAccessibleText("New value of " + column().title());
        field.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.isConsumed()) {
                return;
            }
            if (key.getCode() == KeyCode.ENTER) {
                key.consume();
                take(line, field, field.getText());
            } else if (key.getCode() == KeyCode.ESCAPE) {
                key.consume();
                cancelEdit();
            }
        });
        field.focusedProperty().addListener((property, before, now) -> {
            if (!now && isEditing()) {
                take(line, field, field.getText());
            }
        });
        setGraphic(field);
        field.selectAll();
        Focus.on(field);
    }

    private void take(Line line, Control field, String typed) {
        String why = actions.edit(line, column(), typed);
        if (why == null) {
            super.cancelEdit();
            endEdit();
            return;
        }
        field.pseudoClassStateChanged(DANGER, true);
        field.setTooltip(new Tooltip(why));
        field.setAccessibleHelp(why);
        actions.say(column().title() + ": " + why);
    }

    private void endEdit() {
        setGraphic(null);
        setContentDisplay(ContentDisplay.TEXT_ONLY);
        getTableView().refresh();
        getTableView().requestFocus();
    }

    private GridColumn column() {
        return column(getTableColumn());
    }

    /** What a column of the table shows. */
    static GridColumn column(TableColumn<?, ?> of) {
        return (GridColumn) of.getUserData();
    }

    private @Nullable Line line() {
        TableRow<Line> row = getTableRow();
        return row == null ? null : row.getItem();
    }
}
