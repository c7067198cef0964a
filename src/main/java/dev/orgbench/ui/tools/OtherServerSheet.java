package dev.orgbench.ui.tools;

import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.Overlay;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Asks for another MCP URL and the headers that it wants. */
final class OtherServerSheet extends VBox {
    private static final double WIDTH = 520;
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    private final TextField url = new TextField();
    private final VBox headers = new VBox(6);
    private final Label fault = new Label();
    private final Button connect = new Button("Connect");

    private OtherServerSheet() {
        super(10);
        getStyleClass().add("confirmation");
        setPrefWidth(WIDTH);
        Label head = new Label("Other MCP URL");
        head.getStyleClass().add("sheet-title");
        Label why = new Label("Lists and calls the tools of any MCP server that speaks Streamable HTTP.");
        why.getStyleClass().add("muted");
        why.setWrapText(true);
        url.setId("other-url");
        url.setPromptText("https://example.com/mcp");
        url.setAccessibleText("MCP URL");
        Button add = new Button("Add a header", Icons.of(Feather.PLUS));
        add.setId("add-header");
        add.getStyleClass().addAll("flat", "small");
        add.setOnAction(press -> headers.getChildren().add(header()));
        Label kept = new Label("URL and headers are kept until you forget them in the list of servers: as secret as"
                + " sign-ins, in this machine’s keychain or else an encrypted file.");
        kept.getStyleClass().add("field-description");
        kept.setWrapText(true);
        fault.getStyleClass().add("field-problem");
        fault.setWrapText(true);
        fault.managedProperty().bind(fault.textProperty().isNotEmpty());
        connect.setId("connect-other");
        connect.getStyleClass().add("success");
        connect.setDefaultButton(true);
        getChildren().addAll(head, why, new Label("URL"), url, new Label("Headers"), headers, add, kept, fault);
    }

    static void open(Overlay overlay, Connections connections) {
        OtherServerSheet sheet = new OtherServerSheet();
        Button cancel = new Button("Cancel");
        cancel.setCancelButton(true);
        HBox buttons = new HBox(8, cancel, sheet.connect);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        sheet.getChildren().add(buttons);
        Overlay.Sheet opened = overlay.open(sheet);
        sheet.url.requestFocus();
        cancel.setOnAction(press -> opened.close());
        sheet.connect.setOnAction(press -> sheet.typed().ifPresent(typed -> {
            opened.close();
            connections.add(typed.url(), typed.headers());
        }));
    }

    private record Typed(URI url, Map<String, String> headers) {
        @Override
        public String toString() {
            // Neither is fit for a log.
            return String.valueOf(url.getHost());
        }
    }

    private Optional<Typed> typed() {
        fault.setText("");
        URI typed;
        try {
            typed = new URI(url.getText().strip());
        } catch (URISyntaxException e) {
            fault.setText("This is no URL: " + e.getReason() + ".");
            return Optional.empty();
        }
        boolean web = "http".equals(typed.getScheme()) || "https".equals(typed.getScheme());
        if (!web || typed.getHost() == null) {
            fault.setText("An MCP URL begins with http:// or https:// and a host.");
            return Optional.empty();
        }
        Map<String, String> given = new LinkedHashMap<>();
        for (Node row : headers.getChildren()) {
            String name =
                    ((TextField) ((HBox) row).getChildren().get(0)).getText().strip();
            String value =
                    ((TextField) ((HBox) row).getChildren().get(1)).getText().strip();
            if (name.isEmpty() && value.isEmpty()) {
                continue;
            }
            if (!HEADER_NAME.matcher(name).matches() || !value.chars().allMatch(each -> each >= ' ' && each < 127)) {
                fault.setText("A header has a name of letters, digits and -, and a value in plain ASCII: look at “"
                        + name + "”.");
                return Optional.empty();
            }
            given.put(name, value);
        }
        return Optional.of(new Typed(typed, given));
    }

    private HBox header() {
        TextField name = new TextField(headers.getChildren().isEmpty() ? "Authorization" : "");
        name.setAccessibleText("Name of a header");
        name.setPromptText("Authorization");
        PasswordField value = new PasswordField();
        value.setAccessibleText("Value of a header");
        value.setPromptText("Bearer …");
        value.getStyleClass().add("header-value");
        HBox.setHgrow(value, Priority.ALWAYS);
        Button remove = new Button("", Icons.of(Feather.X));
        remove.getStyleClass().addAll("flat", "icon-button");
        remove.setAccessibleText("Remove this header");
        HBox row = new HBox(6, name, value, remove);
        remove.setOnAction(press -> headers.getChildren().remove(row));
        return row;
    }
}
