package dev.orgbench.ui.tools;

import dev.orgbench.mcp.client.Negotiation;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.Overlay;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How the window and a server came to a protocol: what they speak, who the server says it is, and each step on the way. */
final class NegotiationSheet extends VBox {
    private static final double WIDTH = 620;
    /** A server may have a whole page of instructions, and this sheet shall fit a small window. */
    private static final int LONGEST = 400;

    private NegotiationSheet(String server, Negotiation negotiation) {
        super(12);
        getStyleClass().add("confirmation");
        setPrefWidth(WIDTH);
        setId("negotiation");
        Label head = new Label("Protocol of " + server);
        head.getStyleClass().add("sheet-title");
        getChildren().add(head);
        Negotiation.Agreement agreed = negotiation.agreement();
        if (agreed != null) {
            getChildren().add(facts(agreed));
        }
        if (negotiation.steps().isEmpty()) {
            getChildren().add(muted("Nothing was sent to this server yet."));
        }
        List<Negotiation.Step> steps = negotiation.steps();
        for (int i = 0; i < steps.size(); i++) {
            getChildren().add(step(i + 1, steps.get(i)));
        }
    }

    static void open(Overlay overlay, Connection connection) {
        NegotiationSheet sheet =
                new NegotiationSheet(connection.name(), connection.client().negotiation());
        Button close = new Button("Close");
        close.setDefaultButton(true);
        close.setCancelButton(true);
        HBox buttons = new HBox(close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        sheet.getChildren().add(buttons);
        Overlay.Sheet opened = overlay.open(sheet);
        close.setOnAction(press -> opened.close());
    }

    private static GridPane facts(Negotiation.Agreement agreed) {
        GridPane grid = new GridPane(16, 6);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, values);
        add(grid, "Revision", agreed.revision() + " over " + agreed.transport().words());
        add(grid, "Server", server(agreed.server()));
        add(grid, "Capabilities", JsonText.compact(agreed.capabilities()));
        if (!agreed.instructions().isBlank()) {
            add(grid, "Instructions", agreed.instructions());
        }
        return grid;
    }

    private static String server(Negotiation.ServerInfo info) {
        String name = info.title().isBlank() ? info.name() : info.title() + " (" + info.name() + ")";
        return name.isBlank() ? "did not say" : (name + " " + info.version()).strip();
    }

    private static void add(GridPane grid, String name, String value) {
        Label text = new Label(value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        Label title = muted(name);
        GridPane.setValignment(title, VPos.TOP);
        grid.addRow(grid.getRowCount(), title, text);
    }

    private static VBox step(int number, Negotiation.Step step) {
        Label sent = new Label(number + ".  " + step.sent());
        sent.setWrapText(true);
        Label came = muted("Answer: " + step.came());
        Label conclusion = muted(step.conclusion());
        VBox all = new VBox(2, sent, came, conclusion);
        all.setMinHeight(Region.USE_PREF_SIZE);
        return all;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
    }
}
