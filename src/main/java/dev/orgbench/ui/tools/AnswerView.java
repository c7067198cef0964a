package dev.orgbench.ui.tools;

import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.CodeViewer;
import dev.orgbench.ui.kit.HeaderMeaning;
import dev.orgbench.ui.kit.JsonTree;
import dev.orgbench.ui.kit.Language;
import dev.orgbench.ui.kit.RecordTable;
import dev.orgbench.ui.kit.TokenCount;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The ways in which one answer can be looked at. */
enum AnswerView {
    TABLE("Table") {
        @Override
        Node show(Answer answer, Background background) {
            RecordTable table = new RecordTable();
            answer.records().ifPresent(table::show);
            return table;
        }
    },
    TREE("Tree") {
        @Override
        Node show(Answer answer, Background background) {
            JsonTree tree = new JsonTree("Answer");
            tree.show(answer.tree());
            return tree;
        }
    },
    TEXT("Text") {
        @Override
        Node show(Answer answer, Background background) {
            boolean json = answer.text().startsWith("{") || answer.text().startsWith("[");
            return captioned(
                    "What the model reads, "
                            + TokenCount.words(TokenCount.of(answer.wire().text())),
                    code(json ? Language.JSON : Language.PLAIN, "What the model reads", answer.text(), background));
        }
    },
    RAW("Raw") {
        @Override
        Node show(Answer answer, Background background) {
            SplitPane sides = new SplitPane(
                    captioned("Sent", code(Language.JSON, "JSON-RPC request", answer.requestJson(), background)),
                    captioned("Received", code(Language.JSON, "JSON-RPC response", answer.responseJson(), background)));
            sides.getStyleClass().add("thin-split");
            sides.setDividerPositions(0.42);
            return sides;
        }
    },
    HEADERS("Headers") {
        @Override
        Node show(Answer answer, Background background) {
            return new HeaderTable(HeaderMeaning.of(answer.wire().headers()));
        }
    },
    TIMING("Timing") {
        @Override
        Node show(Answer answer, Background background) {
            return new TimingPane(answer);
        }
    };

    private final String label;

    AnswerView(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** A view of {@code answer}; long texts are made ready in the background. */
    abstract Node show(Answer answer, Background background);

    private static Node code(Language language, String name, String text, Background background) {
        CodeViewer code = new CodeViewer(language, name, background);
        code.show(text);
        return code;
    }

    private static Node captioned(String caption, Node content) {
        Label label = new Label(caption);
        label.getStyleClass().add("pane-caption");
        StackPane room = new StackPane(content);
        VBox.setVgrow(room, Priority.ALWAYS);
        return new VBox(label, room);
    }
}
