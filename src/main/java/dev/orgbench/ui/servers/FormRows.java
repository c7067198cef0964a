package dev.orgbench.ui.servers;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Rows of a form: a name, and beside it what can be chosen. */
final class FormRows extends GridPane {
    private static final double NAMES = 96;

    FormRows() {
        super(16, 12);
        ColumnConstraints names = new ColumnConstraints(NAMES);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, fields);
    }

    void row(String name, Node field) {
        Label head = new Label(name);
        head.getStyleClass().addAll("field-name", "row-label");
        head.setMinHeight(30);
        head.setWrapText(true);
        GridPane.setValignment(head, VPos.TOP);
        addRow(getRowCount(), head, field);
    }
}
