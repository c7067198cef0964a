package dev.orgbench.ui.kit.grid;

import dev.orgbench.ui.kit.Problem;
import java.util.Locale;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Below the table: filter, how much is loaded, what was changed, how far an export is. */
final class GridBar extends HBox {
    private final GridModel model;
    private final GridActions actions;
    private final Label words = new Label();
    private final HBox offers = new HBox(4);
    private String note = "";

    GridBar(GridModel model, GridActions actions) {
        super(8);
        this.model = model;
        this.actions = actions;
        getStyleClass().add("grid-bar");
        setAlignment(Pos.CENTER_LEFT);
        TextField filter = new TextField();
        filter.setId("grid-filter");
        filter.setPromptText("Filter the rows loaded");
        filter.setAccessibleText("Filter the rows that are loaded");
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.setPrefWidth(200);
        filter.setMinWidth(90);
        words.setId("grid-words");
        words.getStyleClass().add("muted");
        words.setMinWidth(40);
        offers.setAlignment(Pos.CENTER_LEFT);
        offers.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(filter, gap, words, offers);
        model.stateProperty().addListener((property, before, now) -> show());
        model.moreProperty().addListener((property, before, now) -> show());
        model.sortProperty().addListener((property, before, now) -> show());
        model.filterProperty().addListener((property, before, now) -> show());
        model.lines().addListener((Observable changed) -> show());
        model.edits().countProperty().addListener((property, before, now) -> show());
        actions.export().stateProperty().addListener((property, before, now) -> show());
        show();
    }

    /** Says {@code words} before the number of rows. */
    void note(String words) {
        note = words;
        show();
    }

    private void show() {
        words.getStyleClass().remove("bad-words");
        words.setWrapText(false);
        words.setMinHeight(Region.USE_COMPUTED_SIZE);
        switch (actions.export().stateProperty().get()) {
            case Export.State.Writing writing -> {
                say("Writing " + of(writing.rows(), writing.total()) + " rows");
                offer(button("Cancel", "export-cancel", () -> actions.export().cancel()));
            }
            case Export.State.Failed failed -> {
                bad(failed.problem());
                offer(button(
                        "Close", "export-failed-close", () -> actions.export().forget()));
            }
            default -> showRows();
        }
    }

    private void showRows() {
        int edited = model.edits().countProperty().get();
        if (edited > 0) {
            say(edited + (edited == 1 ? " cell changed" : " cells changed") + ", nothing sent yet");
            Button review = button("Review …", "review-changes", actions::review);
            review.getStyleClass().add("accent");
            offer(button("Discard", "discard-changes", actions::discard), review);
            return;
        }
        if (!(model.stateProperty().get() instanceof GridModel.State.Shown shown)) {
            say("");
            offer();
            return;
        }
        String arranged = arranged();
        switch (model.moreProperty().get()) {
            case GridModel.More.None none -> {
                say(arranged + rows(shown.loaded()));
                offer();
            }
            case GridModel.More.Ready ready -> {
                say(arranged + of(shown.loaded(), shown.total()));
                offer(button("Load the rest", "load-rest", model::fetchAll));
            }
            case GridModel.More.Loading loading -> {
                say("Loading, " + of(shown.loaded(), shown.total()));
                offer(button("Stop", "load-stop", model::cancel));
            }
            case GridModel.More.Failed failed -> {
                bad(failed.problem());
                offer(button("Try again", "load-retry", model::fetch));
            }
        }
    }

    private String arranged() {
        boolean filtered = !model.filterProperty().get().isBlank();
        boolean partly = model.moreProperty().get() instanceof GridModel.More.Ready;
        if (filtered) {
            return String.format(
                    Locale.ROOT, "%,d match in the rows loaded, ", model.lines().size());
        }
        return note + (model.sortProperty().get() != null && partly ? "Sorted are only the rows loaded, " : "");
    }

    /** Once all rows are there, who shows the table says how many; here it matters while a filter hides some. */
    private String rows(long all) {
        if (model.filterProperty().get().isBlank()) {
            return "";
        }
        return of(all, all) + (all == 1 ? " row" : " rows");
    }

    private void bad(Problem problem) {
        say(problem.text());
        words.getStyleClass().add("bad-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        offer();
    }

    private void say(String text) {
        words.setText(text);
    }

    private void offer(Node... buttons) {
        offers.getChildren().setAll(buttons);
    }

    private static String of(long some, long all) {
        return some == all || all < 0
                ? String.format(Locale.ROOT, "%,d", some)
                : String.format(Locale.ROOT, "%,d of %,d", some, all);
    }

    private static Button button(String text, String id, Runnable act) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("small");
        button.setOnAction(press -> act.run());
        return button;
    }
}
