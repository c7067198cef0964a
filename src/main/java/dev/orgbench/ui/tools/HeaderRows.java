package dev.orgbench.ui.tools;

import dev.orgbench.mcp.client.Header;
import dev.orgbench.ui.kit.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Headers to type, a row each; a name may stand in several. */
final class HeaderRows extends VBox {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    HeaderRows(List<Header> headers) {
        super(6);
        headers.forEach(header -> getChildren().add(new Row(header.name(), header.value())));
    }

    /** Adds an empty row and puts the caret into it. */
    void add() {
        Row row = new Row(getChildren().isEmpty() ? "Authorization" : "", "");
        getChildren().add(row);
        (getChildren().size() == 1 ? row.value : row.name).requestFocus();
    }

    /** What was typed; rows that are empty count for nothing. */
    List<Header> typed() throws Fault {
        List<Header> typed = new ArrayList<>();
        for (Node node : getChildren()) {
            Row row = (Row) node;
            String name = row.name.getText().strip();
            String value = row.value.getText().strip();
            if (name.isEmpty() && value.isEmpty()) {
                continue;
            }
            if (!NAME.matcher(name).matches() || !value.chars().allMatch(each -> each >= ' ' && each < 127)) {
                throw new Fault(name);
            }
            typed.add(new Header(name, value));
        }
        return typed;
    }

    /** HTTP cannot carry a row. The message is for the person. */
    static final class Fault extends Exception {
        Fault(String name) {
            super("A header has a name of letters, digits and -, and a value in plain ASCII: look at “" + name + "”.");
        }
    }

    private final class Row extends HBox {
        private final TextField name;
        private final PasswordField value = new PasswordField();

        Row(String nameNow, String valueNow) {
            super(6);
            name = new TextField(nameNow);
            name.setAccessibleText("Name of a header");
            name.setPromptText("Authorization");
            value.setText(valueNow);
            value.setAccessibleText("Value of a header");
            value.setPromptText("Bearer …");
            value.getStyleClass().add("header-value");
            HBox.setHgrow(value, Priority.ALWAYS);
            Button remove = new Button("", Icons.of(Feather.X));
            remove.getStyleClass().addAll("flat", "icon-button");
            remove.setAccessibleText("Remove this header");
            remove.setOnAction(press -> HeaderRows.this.getChildren().remove(this));
            getChildren().addAll(name, value, remove);
        }
    }
}
