package dev.orgbench.ui.servers;

import dev.orgbench.ui.kit.FaultLabel;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Groups of methods to allow, each whole or in part. */
final class MethodsEditor extends VBox {
    MethodsEditor(ServerForm form) {
        super(2);
        form.methods().groups().forEach(group -> getChildren().add(line(group)));
        getChildren().add(new FaultLabel(this, form.faultsProperty().map(ServerForm.Faults::methods)));
    }

    private static HBox line(MethodChoices.Group group) {
        CheckBox whole = new CheckBox(group.title());
        whole.setId("may-" + group.whole().word());
        whole.setMinWidth(84);
        whole.setAccessibleText(group.title() + ": all of it");
        Runnable show = () -> {
            whole.setSelected(group.whole().isOn());
            whole.setIndeterminate(group.isPartly());
        };
        show.run();
        group.whole().onProperty().addListener((property, before, now) -> show.run());
        group.single().forEach(choice -> choice.onProperty().addListener((property, before, now) -> show.run()));
        whole.setOnAction(press -> {
            group.turn(whole.isSelected());
            show.run();
        });
        FlowPane single = new FlowPane(6, 6);
        single.setAlignment(Pos.CENTER_LEFT);
        group.single().forEach(choice -> single.getChildren().add(new Chip(choice, "Method " + choice.word())));
        if (group.single().isEmpty()) {
            Label none = new Label("none is defined now");
            none.getStyleClass().add("field-description");
            single.getChildren().add(none);
        }
        HBox line = new HBox(8, whole, single);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(30);
        return line;
    }
}
