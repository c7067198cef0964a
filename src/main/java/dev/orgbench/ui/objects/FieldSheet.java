package dev.orgbench.ui.objects;

import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.CodeViewer;
import dev.orgbench.ui.kit.FaultLabel;
import dev.orgbench.ui.kit.Language;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.ProblemBanner;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The form of a custom field on the left, on the right the very call that will be sent. */
final class FieldSheet extends VBox {
    private static final double FORM = 380;
    private static final double PREVIEW = 400;
    private static final double HEIGHT = 440;

    private final FieldForm form;
    private final Runnable close;
    private final VBox rows = new VBox(10);
    private final Map<FieldPart, FaultLabel> problems = new EnumMap<>(FieldPart.class);
    private final Map<FieldPart, TextInputControl> inputs = new EnumMap<>(FieldPart.class);
    private final CodeViewer preview;
    private final ProblemBanner banner = new ProblemBanner();
    private final Button send = new Button();
    private boolean showing;

    FieldSheet(FieldForm form, Background background, Runnable close) {
        super(12);
        this.form = form;
        this.close = close;
        this.preview = new CodeViewer(Language.JSON, "The arguments that will be sent", background);
        getStyleClass().add("field-sheet");
        boolean fresh = form.draft().existing() == null;
        Label title = new Label(
                fresh
                        ? "New custom field on " + form.draft().object()
                        : "Edit " + form.draft().object() + "." + form.draft().text(FieldPart.NAME) + "__c");
        title.getStyleClass().add("sheet-title");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setPrefSize(FORM, HEIGHT);
        rows.getStyleClass().add("field-rows");
        String where = form.serverName().isEmpty() ? "" : " on the server " + form.serverName();
        Label caption = new Label("Will be sent: " + form.draft().tool() + where);
        caption.getStyleClass().add("muted");
        caption.setWrapText(true);
        VBox right = new VBox(6, caption, preview);
        preview.getStyleClass().add("framed");
        VBox.setVgrow(preview, Priority.ALWAYS);
        right.setPrefWidth(PREVIEW);
        HBox middle = new HBox(16, scroll, right);
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(title, middle, banner, buttons(fresh));
        build();
        form.draftProperty().addListener((property, before, now) -> {
            if (now.kind() != before.kind()) {
                build();
            }
            show();
        });
        form.stateProperty().addListener((property, before, now) -> show());
        show();
    }

    private HBox buttons(boolean fresh) {
        Button afresh = new Button("Start afresh");
        afresh.getStyleClass().add("flat");
        afresh.setOnAction(press -> {
            form.startAfresh();
            build();
            show();
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button cancel = new Button("Cancel");
        cancel.setOnAction(press -> {
            if (form.stateProperty().get() instanceof FieldForm.State.Sending) {
                form.cancel();
            } else {
                close.run();
            }
        });
        send.setText(fresh ? "Create field" : "Save changes");
        send.setId("send-field");
        send.getStyleClass().add("accent");
        send.setOnAction(press -> form.send());
        HBox buttons = new HBox(8, afresh, space, cancel, send);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    /** Makes the rows for the kind of field that is chosen. */
    private void build() {
        rows.getChildren().clear();
        problems.clear();
        inputs.clear();
        FieldDraft draft = form.draft();
        rows.getChildren().add(row("Type", kind(draft)));
        for (FieldPart part : FieldPart.values()) {
            if (draft.asks(part)) {
                rows.getChildren().add(part.input() == FieldPart.Input.FLAG ? flag(part) : row(part));
            }
        }
    }

    private Node kind(FieldDraft draft) {
        if (draft.existing() != null) {
            return new Label(draft.kind().metadataName());
        }
        ChoiceBox<FieldKind> choice = new ChoiceBox<>();
        choice.setId("field-kind");
        choice.setAccessibleText("Type");
        choice.getItems().setAll(List.of(FieldKind.values()));
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(FieldKind kind) {
                return kind == null ? "" : kind.metadataName();
            }

            @Override
            public FieldKind fromString(String name) {
                return FieldKind.of(name).orElse(FieldKind.TEXT);
            }
        });
        choice.setValue(draft.kind());
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> form.choose(now));
        return choice;
    }

    private Node row(FieldPart part) {
        TextInputControl input;
        if (part.input() == FieldPart.Input.TEXT) {
            TextArea area = new TextArea();
            area.setPrefRowCount(part == FieldPart.VALUES ? 5 : 2);
            area.setWrapText(true);
            input = area;
        } else {
            input = new TextField();
        }
        input.setId("field-part-" + part.name().toLowerCase(Locale.ROOT));
        input.setPromptText(part.prompt());
        input.setAccessibleText(part.words() + (part.prompt().isEmpty() ? "" : ", as " + part.prompt()));
        input.setText(form.draft().written().getOrDefault(part, ""));
        input.textProperty().addListener((property, before, now) -> {
            if (!showing) {
                form.write(part, now);
            }
        });
        inputs.put(part, input);
        FaultLabel problem = new FaultLabel(input);
        problems.put(part, problem);
        VBox row = row(part.words(), input);
        row.getChildren().add(problem);
        return row;
    }

    private Node flag(FieldPart part) {
        CheckBox box = new CheckBox(part.words());
        box.setSelected(form.draft().isSet(part));
        box.selectedProperty().addListener((property, before, now) -> form.write(part, now.toString()));
        return box;
    }

    private static VBox row(String words, Node input) {
        Label label = new Label(words);
        label.setLabelFor(input);
        label.getStyleClass().add("field-name");
        return new VBox(4, label, input);
    }

    private void show() {
        FieldForm.State state = form.stateProperty().get();
        if (state instanceof FieldForm.State.Sent) {
            close.run();
            return;
        }
        boolean sending = state instanceof FieldForm.State.Sending;
        rows.setDisable(sending);
        send.setDisable(sending);
        banner.show(state instanceof FieldForm.State.Editing(Problem problem) ? problem : null);
        Map<FieldPart, String> wrong = form.problems();
        problems.forEach((part, label) -> label.show(wrong.get(part)));
        showing = true;
        try {
            // A name follows its label; what the person writes in is left alone, as the caret would jump.
            inputs.forEach((part, input) -> {
                String now = form.draft().written().getOrDefault(part, "");
                if (!input.isFocused() && !input.getText().equals(now)) {
                    input.setText(now);
                }
            });
        } finally {
            showing = false;
        }
        preview.show(form.preview());
    }
}
