package dev.orgbench.ui.connect;

import dev.orgbench.connect.guide.Snippet;
import dev.orgbench.ui.kit.CodeViewer;
import dev.orgbench.ui.kit.CopyButton;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.Language;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A text to copy, to save, or to merge into a file. */
final class SnippetBlock extends VBox {
    private static final double ONE_ROW = 2_000;
    private static final double LINE = 17.5;
    private static final double COLUMN = 7.6;
    private static final double MARGIN = 46;
    private static final int MOST_LINES = 18;

    /** A text that is not {@code ready} is shown, but can neither be copied nor saved. */
    SnippetBlock(Snippet snippet, boolean ready, boolean revealed, Desk desk, Runnable merge) {
        getStyleClass().add("snippet");
        String shown = (revealed ? snippet.text() : snippet.masked()).stripTrailing();
        CodeViewer code = new CodeViewer(language(snippet.language()), snippet.name(), desk.background());
        code.show(shown);
        fit(code, shown, snippet.language());
        code.widthProperty().addListener((property, before, now) -> fit(code, shown, snippet.language()));
        getChildren().addAll(head(snippet, ready, desk, merge), code);
    }

    /** As high as its text, up to a limit. Commands wrap, so that a long line may need the room of several. */
    private static void fit(CodeViewer code, String text, Snippet.Language language) {
        int columns = (int) Math.max(20, (code.getWidth() - MARGIN) / COLUMN);
        long lines = text.lines()
                .mapToLong(line -> language == Snippet.Language.SHELL ? rows(line, columns) : 1)
                .sum();
        double height = Math.min(MOST_LINES, lines) * LINE + MARGIN;
        code.setMinHeight(height);
        code.setPrefHeight(height);
    }

    /** A row breaks between words, and within one that is longer than a row. */
    private static long rows(String line, int columns) {
        long rows = 1;
        int used = 0;
        for (String word : line.split("(?<= )", -1)) {
            if (used > 0 && used + word.stripTrailing().length() > columns) {
                rows++;
                used = 0;
            }
            used += word.length();
            rows += (used - 1) / columns;
            used = (used - 1) % columns + 1;
        }
        return rows;
    }

    private static HBox head(Snippet snippet, boolean ready, Desk desk, Runnable merge) {
        Label name = new Label(snippet.name());
        name.getStyleClass().add("snippet-name");
        name.setMinWidth(USE_PREF_SIZE);
        CopyButton copy = new CopyButton("Copy", "Copy " + snippet.name() + ", token included", snippet::text);
        copy.setDisable(!ready);
        Button save = new Button("Save…");
        save.getStyleClass().add("flat");
        save.setAccessibleText("Save " + snippet.name() + " as a file");
        save.setDisable(!ready);
        save.setOnAction(press -> desk.files()
                .save(
                        "Save " + snippet.name(),
                        fileName(snippet),
                        file -> SavedText.write(file, snippet.text(), desk)));
        FlowPane actions = new FlowPane(4, 4, copy, save);
        actions.setAlignment(Pos.CENTER_RIGHT);
        actions.setPrefWrapLength(ONE_ROW);
        HBox.setHgrow(actions, Priority.ALWAYS);
        if (snippet.entry() != null) {
            Button into = new Button("Merge into a file…");
            into.setId("merge");
            into.setDisable(!ready);
            into.setOnAction(press -> merge.run());
            actions.getChildren().add(into);
        }
        HBox head = new HBox(4, name, actions);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("snippet-head");
        return head;
    }

    private static String fileName(Snippet snippet) {
        return switch (snippet.language()) {
            case JSON -> "mcp.json";
            case TOML -> "config.toml";
            case SHELL -> "connect.sh";
        };
    }

    private static Language language(Snippet.Language language) {
        return switch (language) {
            case JSON -> Language.JSON;
            case TOML, SHELL -> Language.PLAIN;
        };
    }
}
