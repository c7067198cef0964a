package dev.orgbench.ui.kit.grid;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The menu on a cell. Keys are shown here and heard by the table, which has them also while no menu was opened. */
final class GridMenu extends ContextMenu {
    GridMenu(GridActions actions) {
        Menu rows = new Menu("Copy rows as");
        Menu column = new Menu("Copy column as");
        for (CopyFormat format : CopyFormat.values()) {
            if (format != CopyFormat.IN_LIST) {
                rows.getItems().add(item(format.label(), () -> actions.copyRows(format)));
            }
            column.getItems().add(item(format.label(), () -> actions.copyColumn(format)));
        }
        MenuItem cell = item("Copy cell", actions::copyCell);
        cell.setAccelerator(new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN));
        MenuItem view = item("View all of it", actions::viewCell);
        MenuItem delete = item("Delete records …", actions::deleteRows);
        getItems().addAll(cell, rows, column, new SeparatorMenuItem(), view);
        if (actions.mayWrite()) {
            getItems().addAll(new SeparatorMenuItem(), delete);
        }
    }

    private static MenuItem item(String text, Runnable act) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(chosen -> act.run());
        return item;
    }
}
