package dev.orgbench.ui.connect;

import dev.orgbench.connect.merge.ConfigMerge;
import dev.orgbench.connect.merge.DiffLine;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Overlay;
import dev.orgbench.ui.kit.ProblemBanner;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows what a merge would change in a file, before it is made. */
final class MergeSheet {
    private static final double WIDTH = 640;
    private static final int LONGEST_LINE = 400;
    private static final double LINE = 19;
    private static final double LEAST = 80;
    private static final double MOST = 300;

    private final MergeModel model;
    private final Desk desk;
    private final VBox lines = new VBox();
    private final ProblemBanner problem = new ProblemBanner();
    private final Label said = new Label();
    private final Label warning = new Label();
    private final Button apply = new Button("Merge");

    MergeSheet(MergeModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
    }

    void open() {
        Label title = new Label("Merge into a file");
        title.getStyleClass().add("sheet-title");
        said.getStyleClass().add("muted");
        said.setWrapText(true);
        warning.getStyleClass().addAll("remedy", "remedy-caution");
        warning.setWrapText(true);
        warning.setMinHeight(Region.USE_PREF_SIZE);
        warning.setMaxWidth(Double.MAX_VALUE);
        lines.getStyleClass().add("diff");
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setId("merge-change");
        scroll.setFitToWidth(true);
        lines.getChildren().addListener((ListChangeListener<Node>) change ->
                scroll.setPrefViewportHeight(Math.clamp(lines.getChildren().size() * LINE, LEAST, MOST)));
        scroll.setMinHeight(LEAST);
        scroll.visibleProperty().bind(Bindings.isNotEmpty(lines.getChildren()));
        scroll.managedProperty().bind(scroll.visibleProperty());
        scroll.getStyleClass().add("diff-scroll");
        Button cancel = new Button("Cancel");
        apply.setId("merge-apply");
        apply.getStyleClass().add("accent");
        HBox buttons = new HBox(8, cancel, apply);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox content = new VBox(12, title, file(), said, problem, warning, scroll, buttons);
        content.getStyleClass().add("confirmation");
        content.setPrefWidth(WIDTH);
        Overlay.Sheet sheet = desk.overlay().open(content);
        cancel.setOnAction(press -> sheet.close());
        apply.setOnAction(press -> model.apply(done -> {
            sheet.close();
            say(done);
        }));
        model.planProperty().addListener((property, before, now) -> show(now));
        model.problemProperty().addListener((property, before, now) -> problem.show(now));
        problem.show(model.problemProperty().get());
        show(model.planProperty().get());
    }

    private Node file() {
        TextField path = new TextField();
        path.setId("merge-path");
        path.setAccessibleText("The file to merge into");
        path.setPromptText(
                "~/project/" + model.projectFiles().stream().findFirst().orElse("mcp." + model.ending()));
        path.getStyleClass().add("code-text");
        path.textProperty().bindBidirectional(model.pathProperty());
        HBox.setHgrow(path, Priority.ALWAYS);
        Button browse = new Button("Browse…");
        browse.setMinWidth(Region.USE_PREF_SIZE);
        browse.setOnAction(press -> desk.files()
                .open("The file to merge into", file -> model.pathProperty().set(model.shown(file)), model.ending()));
        HBox line = new HBox(8, path, browse);
        line.setAlignment(Pos.CENTER_LEFT);
        if (model.projectFiles().isEmpty()) {
            return line;
        }
        Label hint = new Label("In a project’s folder it is called " + String.join(" or ", model.projectFiles()) + ".");
        hint.getStyleClass().add("tunnel-about");
        return new VBox(4, line, hint);
    }

    private void show(@Nullable ConfigMerge merge) {
        boolean ready = merge != null && merge.changesAnything();
        apply.setDisable(!ready);
        lines.getChildren().clear();
        warn(merge);
        if (merge == null) {
            said.setText("Nothing is written until you press Merge.");
            return;
        }
        said.setText(
                !merge.changesAnything()
                        ? "The file says this already. There is nothing to change."
                        : merge.exists()
                                ? "Only the coloured lines change. The file as it is now is kept beside it."
                                : "There is no such file yet. It is made, readable for you alone.");
        merge.difference().forEach(line -> lines.getChildren().add(line(line)));
    }

    private void warn(@Nullable ConfigMerge merge) {
        String tree = merge == null ? "" : merge.workTree().map(model::shown).orElse("");
        warning.setText("This file lies in the git work tree " + tree
                + ". The URL holds the server’s token: keep the file" + " out of commits, for example by .gitignore.");
        warning.setVisible(!tree.isEmpty());
        warning.setManaged(!tree.isEmpty());
    }

    private void say(MergeModel.Done done) {
        String file = model.shown(done.file());
        desk.toasts()
                .say(done.backup()
                        .map(backup ->
                                "Merged into " + file + ". As it was, it is kept in " + backup.getFileName() + ".")
                        .orElse("Made " + file + "."));
    }

    private Node line(DiffLine line) {
        String text = model.masked(line.toString());
        // A file without line breaks is one line of megabytes, which takes a label seconds to measure.
        Label label = new Label(text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE) + "…");
        label.getStyleClass().addAll("diff-line", "diff-" + line.kind().name().toLowerCase(Locale.ROOT));
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
