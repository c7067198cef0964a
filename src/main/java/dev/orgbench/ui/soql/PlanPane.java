package dev.orgbench.ui.soql;

import dev.orgbench.ui.kit.Badge;
import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.Problem;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** How the org would run the query, as a small table with a sentence on what would help. */
final class PlanPane extends VBox {
    private final QueryRun run;

    PlanPane(QueryRun run) {
        super(8);
        this.run = run;
        setId("plan");
        getStyleClass().add("plan-pane");
        setMinHeight(Region.USE_PREF_SIZE);
        run.planProperty().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        QueryRun.PlanState state = run.planProperty().get();
        boolean shown = !(state instanceof QueryRun.PlanState.None);
        setVisible(shown);
        setManaged(shown);
        switch (state) {
            case QueryRun.PlanState.None none -> getChildren().clear();
            case QueryRun.PlanState.Loading loading -> {
                Label words = new Label("Asking the org for the plan");
                words.setGraphic(Icons.turning("Under way"));
                getChildren().setAll(words);
            }
            case QueryRun.PlanState.Failed(Problem problem) ->
                getChildren().setAll(head(new Label("No plan: " + problem.message())));
            case QueryRun.PlanState.Known(QueryPlan plan) -> {
                boolean selective = plan.best().map(QueryPlan.Way::isSelective).orElse(false);
                Badge badge = new Badge(
                        selective ? "selective" : "not selective", selective ? Badge.Tone.GOOD : Badge.Tone.CAUTION);
                badge.setMinWidth(Region.USE_PREF_SIZE);
                Label advice = new Label(plan.advice());
                advice.setId("plan-advice");
                getChildren().setAll(head(badge, advice), table(plan));
            }
        }
    }

    private HBox head(Node... words) {
        HBox head = new HBox(8, words);
        head.setAlignment(Pos.CENTER_LEFT);
        for (Node node : words) {
            if (node instanceof Label label && !(node instanceof Badge)) {
                label.setWrapText(true);
                label.setMaxWidth(Double.MAX_VALUE);
                HBox.setHgrow(label, Priority.ALWAYS);
            }
        }
        Button close = new Button("", Icons.of(Feather.X));
        close.getStyleClass().addAll("flat", "icon-button", "on-banner");
        close.setAccessibleText("Close the plan");
        close.setOnAction(press -> run.hidePlan());
        head.getChildren().add(close);
        return head;
    }

    private static GridPane table(QueryPlan plan) {
        GridPane table = new GridPane(24, 4);
        ColumnConstraints whole = new ColumnConstraints();
        whole.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        table.getColumnConstraints().addAll(whole, whole, whole, whole, rest);
        String[] heads = {"Operation", "Cost", "Rows", "Fields", "Notes"};
        for (int i = 0; i < heads.length; i++) {
            Label head = new Label(heads[i]);
            head.getStyleClass().add("section-title");
            table.add(head, i, 0);
        }
        int row = 1;
        for (QueryPlan.Way way : plan.ways()) {
            Label notes = new Label(String.join(". ", way.notes()));
            notes.setWrapText(true);
            table.addRow(
                    row++,
                    new Label(way.operation()),
                    code(way.cost().toPlainString()),
                    code(way.rows()),
                    code(String.join(", ", way.fields())),
                    notes);
        }
        return table;
    }

    private static Label code(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("code-text");
        return label;
    }
}
