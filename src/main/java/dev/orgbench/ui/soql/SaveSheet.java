package dev.orgbench.ui.soql;

import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.FaultLabel;
import dev.orgbench.ui.kit.Overlay;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks for a query's name; for one to be kept also for its folder and tags. */
final class SaveSheet {
    private final Desk desk;
    private final VBox content = new VBox(8);
    private final TextField name = new TextField();
    private final ComboBox<String> folder = new ComboBox<>();
    private final TextField tags = new TextField();
    private final FaultLabel fault = new FaultLabel(name);

    private SaveSheet(Desk desk, String title) {
        this.desk = desk;
        Label head = new Label(title);
        head.getStyleClass().add("sheet-title");
        name.setId("save-name");
        name.setAccessibleText("Name");
        folder.setId("save-folder");
        folder.setEditable(true);
        folder.setMaxWidth(Double.MAX_VALUE);
        folder.setAccessibleText("Folder");
        folder.getEditor().setPromptText("none, or pipeline/weekly");
        tags.setId("save-tags");
        tags.setAccessibleText("Tags");
        tags.setPromptText("separated by commas");
        content.getStyleClass().add("value-sheet");
        content.setPrefWidth(420);
        content.getChildren().addAll(head, labelled("Name", name));
    }

    /** Another name for a tab. */
    static void rename(Desk desk, QueryTab tab) {
        SaveSheet sheet = new SaveSheet(desk, "Rename this tab");
        sheet.name.setText(tab.nameProperty().get());
        sheet.open("Rename", now -> {
            tab.nameProperty().set(now.name());
            return true;
        });
    }

    /** Keeps the current tab under a name. */
    static void saveAs(Desk desk, SoqlModel model) {
        QueryTab tab = model.tabs().current();
        SaveSheet sheet = new SaveSheet(desk, "Save this query");
        SavedQuery of = tab.savedProperty().get();
        sheet.withPlace(model.saved(), of == null ? "" : of.folder(), of == null ? "" : of.tagWords());
        sheet.name.setText(tab.nameProperty().get());
        sheet.open("Save", now -> {
            SavedQuery query = now.with(tab.textProperty().get());
            if (isTaken(model.saved(), query, of)) {
                return false;
            }
            model.save(query, () -> desk.toasts().say("Saved " + query.path()));
            return true;
        });
    }

    /** Another name, folder or tags for a query that is kept. */
    static void edit(Desk desk, SoqlModel model, SavedQuery query) {
        SaveSheet sheet = new SaveSheet(desk, "Change " + query.name());
        sheet.withPlace(model.saved(), query.folder(), query.tagWords());
        sheet.name.setText(query.name());
        sheet.open("Change", now -> {
            SavedQuery changed = now.with(query.soql());
            if (isTaken(model.saved(), changed, query)) {
                return false;
            }
            model.saved().change(query, changed, kept -> model.renamed(query, kept));
            return true;
        });
    }

    private static boolean isTaken(SavedModel saved, SavedQuery wanted, @Nullable SavedQuery own) {
        boolean same = own != null && own.path().equalsIgnoreCase(wanted.path());
        return !same && saved.find(wanted.path()).isPresent();
    }

    private void withPlace(SavedModel saved, String folderNow, String tagsNow) {
        folder.getItems().setAll(saved.folders());
        folder.setValue(folderNow);
        tags.setText(tagsNow);
        content.getChildren().addAll(labelled("Folder", folder), labelled("Tags", tags));
    }

    private void open(String verb, Predicate<SavedQuery> taken) {
        Button agree = new Button(verb);
        agree.setId("save-agree");
        agree.setDefaultButton(true);
        agree.getStyleClass().add("accent");
        Button cancel = new Button("Cancel");
        cancel.setCancelButton(true);
        HBox buttons = new HBox(8, cancel, agree);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        content.getChildren().addAll(fault, buttons);
        Overlay.Sheet sheet = desk.overlay().open(content);
        cancel.setOnAction(press -> sheet.close());
        agree.setOnAction(press -> {
            String path = folder.getEditor().getText() == null
                    ? ""
                    : folder.getEditor().getText().strip();
            String cleaned = path.replaceAll("^/+|/+$", "").replaceAll("/+", "/");
            String wrong = SavedQueries.fault(cleaned, name.getText().strip());
            if (wrong.isEmpty()) {
                SavedQuery wanted =
                        new SavedQuery(cleaned, name.getText().strip(), SavedQuery.tags(tags.getText()), "");
                if (taken.test(wanted)) {
                    sheet.close();
                    return;
                }
                wrong = "There is a query \"" + wanted.path() + "\" already. Choose another name.";
            }
            fault.show(wrong);
        });
        name.selectAll();
    }

    private static VBox labelled(String text, Node field) {
        Label label = new Label(text);
        label.setLabelFor(field);
        return new VBox(4, label, field);
    }
}
