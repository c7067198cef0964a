package dev.orgbench.ui.orgs;

import dev.orgbench.orgs.ConnectedOrg;
import dev.orgbench.ui.kit.Overlay;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks for another name of an org. */
final class RenameSheet {
    private static final double WIDTH = 380;

    private final OrgsModel model;
    private final ConnectedOrg org;

    RenameSheet(OrgsModel model, ConnectedOrg org) {
        this.model = model;
        this.org = org;
    }

    void open(Overlay overlay) {
        String id = org.org().id();
        Label title = new Label("Rename " + org.org().label());
        title.getStyleClass().add("sheet-title");
        TextField name = new TextField(org.org().label());
        name.setId("org-new-name");
        name.setAccessibleText("The org's name in Orgbench");
        name.selectAll();
        Label hint = new Label("Only Orgbench calls it so; nothing changes in the org.");
        hint.getStyleClass().add("field-description");
        Button rename = new Button("Rename");
        rename.setId("org-rename");
        rename.setDefaultButton(true);
        Button cancel = new Button("Cancel");
        name.textProperty().addListener((property, before, now) -> {
            String problem = model.nameProblem(id, now).orElse("");
            hint.setText(problem.isEmpty() ? "Only Orgbench calls it so; nothing changes in the org." : problem);
            hint.getStyleClass().setAll("label", problem.isEmpty() ? "field-description" : "field-problem");
            rename.setDisable(!problem.isEmpty());
        });
        HBox buttons = new HBox(8, cancel, rename);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox content = new VBox(12, title, new VBox(4, name, hint), buttons);
        content.getStyleClass().add("connect-sheet");
        content.setPrefWidth(WIDTH);
        Overlay.Sheet sheet = overlay.open(content);
        cancel.setOnAction(press -> sheet.close());
        rename.setOnAction(press -> {
            sheet.close();
            model.rename(id, name.getText());
        });
    }
}
