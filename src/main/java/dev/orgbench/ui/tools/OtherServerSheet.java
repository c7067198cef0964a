package dev.orgbench.ui.tools;

import dev.orgbench.mcp.client.McpAddress;
import dev.orgbench.mcp.client.Protocol;
import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.Overlay;
import dev.orgbench.ui.kit.Segments;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Asks for another MCP URL, the headers that it wants, and which protocol to speak there. */
final class OtherServerSheet extends VBox {
    private static final double WIDTH = 520;

    private final TextField url = new TextField();
    private final HeaderRows headers;
    private final Segments<Protocol> protocol =
            new Segments<>("Protocol", List.of(Protocol.values()), OtherServerSheet::words);
    private final Label fault = new Label();
    private final Button connect = new Button("Connect");

    private OtherServerSheet(@Nullable McpAddress known) {
        super(10);
        getStyleClass().add("confirmation");
        setPrefWidth(WIDTH);
        headers = new HeaderRows(known == null ? List.of() : known.headers());
        Label head = new Label("Other MCP URL");
        head.getStyleClass().add("sheet-title");
        Label why = new Label("Lists and calls the tools of any MCP server that speaks HTTP.");
        why.getStyleClass().add("muted");
        why.setWrapText(true);
        url.setId("other-url");
        url.setPromptText("https://example.com/mcp");
        url.setAccessibleText("MCP URL");
        if (known != null) {
            url.setText(known.url().toString());
            protocol.valueProperty().set(known.protocol());
        }
        Button add = new Button("Add a header", Icons.of(Feather.PLUS));
        add.setId("add-header");
        add.getStyleClass().addAll("flat", "small");
        add.setOnAction(press -> headers.add());
        Label spoken = small("");
        protocol.valueProperty().addListener((property, before, now) -> spoken.setText(meaning(now)));
        spoken.setText(meaning(protocol.valueProperty().get()));
        fault.getStyleClass().add("field-problem");
        fault.setWrapText(true);
        fault.managedProperty().bind(fault.textProperty().isNotEmpty());
        connect.setId("connect-other");
        connect.getStyleClass().add("success");
        connect.setDefaultButton(true);
        getChildren()
                .addAll(
                        head,
                        why,
                        new Label("URL"),
                        url,
                        new Label("Headers"),
                        headers,
                        add,
                        new Label("Protocol"),
                        protocol,
                        spoken,
                        small("URL and headers are kept until you forget them in the list of servers: as secret as"
                                + " sign-ins, in this machine’s keychain or else an encrypted file."),
                        fault);
    }

    /** @param known what to change; null for a new one */
    static void open(Overlay overlay, Connections connections, @Nullable OtherServer known) {
        OtherServerSheet sheet = new OtherServerSheet(known == null ? null : known.address());
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
            if (known != null && !known.address().url().equals(typed.url())) {
                connections.forget(known);
            }
            connections.add(typed);
        }));
    }

    private Optional<McpAddress> typed() {
        fault.setText("");
        try {
            URI typed = new URI(url.getText().strip());
            boolean web = "http".equals(typed.getScheme()) || "https".equals(typed.getScheme());
            if (web && typed.getHost() != null) {
                Protocol chosen =
                        Objects.requireNonNullElse(protocol.valueProperty().get(), Protocol.AUTO);
                return Optional.of(new McpAddress(typed, headers.typed(), chosen));
            }
            fault.setText("An MCP URL begins with http:// or https:// and a host.");
        } catch (URISyntaxException e) {
            fault.setText("This is no URL: " + e.getReason() + ".");
        } catch (HeaderRows.Fault e) {
            fault.setText(e.getMessage());
        }
        return Optional.empty();
    }

    private static Label small(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("field-description");
        label.setWrapText(true);
        return label;
    }

    private static String words(Protocol protocol) {
        return switch (protocol) {
            case AUTO -> "Find out";
            case MODERN -> "2026-07-28";
            case LEGACY -> "Older";
        };
    }

    private static String meaning(@Nullable Protocol protocol) {
        return switch (protocol) {
            case MODERN -> "Only 2026-07-28: server/discover, no initialize, no session.";
            case LEGACY -> "Begins with initialize: 2025-11-25 down to 2024-11-05.";
            case null, default -> "2026-07-28 where the server speaks it, else the newest that both know.";
        };
    }
}
