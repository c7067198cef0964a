package dev.orgbench.ui.soql;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.soql.Range;
import dev.orgbench.ui.kit.CodeViewer;
import dev.orgbench.ui.kit.CopyButton;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.Language;
import dev.orgbench.ui.kit.Overlay;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The query as the JSON-RPC message that an agent sends. */
final class ToolCallSheet {
    private ToolCallSheet() {}

    static void open(Desk desk, SoqlModel model, Range chosen) {
        ObjectNode call = JsonText.NODES.objectNode();
        call.put("jsonrpc", "2.0").put("id", 1).put("method", "tools/call");
        call.putObject("params").put("name", model.toolName()).set("arguments", model.toolArguments(chosen));
        Label head = new Label("As a tool call");
        head.getStyleClass().add("sheet-title");
        Label about = new Label(
                "What an agent sends to run the same query. Tools runs it through the MCP server and shows the answer as the model reads it.");
        about.getStyleClass().add("muted");
        about.setWrapText(true);
        CodeViewer code = new CodeViewer(Language.JSON, "The call", desk.background());
        code.setId("tool-call");
        code.show(JsonText.pretty(call));
        VBox.setVgrow(code, Priority.ALWAYS);
        Button close = new Button("Close");
        close.setCancelButton(true);
        Button open = new Button("Open in Tools");
        open.setId("open-in-tools");
        open.getStyleClass().add("accent");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(8, new CopyButton("Copy", "Copy the call", code::text), gap, close, open);
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox content = new VBox(12, head, about, code, buttons);
        content.getStyleClass().add("value-sheet");
        content.setPrefSize(620, 380);
        Overlay.Sheet sheet = desk.overlay().open(content);
        close.setOnAction(press -> sheet.close());
        open.setOnAction(press -> {
            sheet.close();
            model.openAsToolCall(chosen);
        });
    }
}
