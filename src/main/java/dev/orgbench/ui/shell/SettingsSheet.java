package dev.orgbench.ui.shell;

import dev.orgbench.ui.kit.CopyButton;
import dev.orgbench.ui.kit.Segments;
import dev.orgbench.ui.kit.TextScale;
import dev.orgbench.ui.kit.Theme;
import dev.orgbench.ui.kit.WhileShown;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What a person may set. Each takes effect at once and is remembered. */
final class SettingsSheet extends VBox {
    private static final int STEP_PERCENT = 25;

    /**
     * @param facts what is so and cannot be changed here, as where data lie: name and value
     * @param close puts the sheet away
     */
    SettingsSheet(Theme theme, List<Commands.Fact> facts, Runnable close) {
        super(20);
        getStyleClass().add("settings");
        setId("settings");
        Label title = new Label("Settings");
        title.getStyleClass().add("sheet-title");
        GridPane grid = new GridPane(24, 14);
        Segments<Theme.Choice> choice = new Segments<>("Theme", List.of(Theme.Choice.values()), SettingsSheet::words);
        choice.valueProperty().addListener((property, before, now) -> theme.choose(now));
        // The theme can be changed by its own button too.
        WhileShown.follow(choice, () -> choice.valueProperty().set(theme.choice()), theme.darkProperty());
        grid.addRow(0, name("Theme"), choice);
        grid.addRow(1, name("Text size"), textSize(theme));
        int row = 2;
        for (Commands.Fact fact : facts) {
            grid.addRow(row++, name(fact.name()), value(fact));
        }
        Button done = new Button("Done");
        done.setCancelButton(true);
        done.setOnAction(press -> close.run());
        HBox buttons = new HBox(done);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, grid, buttons);
    }

    private static Node textSize(Theme theme) {
        Slider slider = new Slider(100, 200, 100 * theme.textScale().factor());
        slider.setId("text-size");
        slider.setAccessibleText("Text size in percent");
        slider.setMajorTickUnit(STEP_PERCENT);
        slider.setMinorTickCount(0);
        slider.setBlockIncrement(STEP_PERCENT);
        slider.setSnapToTicks(true);
        Label says = new Label();
        says.setMinWidth(Label.USE_PREF_SIZE);
        says.getStyleClass().add("usage-number");
        Runnable take = () -> {
            double percent = STEP_PERCENT * Math.round(slider.getValue() / STEP_PERCENT);
            says.setText(String.format(Locale.ROOT, "%.0f %%", percent));
            if (!slider.isValueChanging()) {
                theme.setTextScale(new TextScale(percent / 100));
            }
        };
        slider.valueProperty().addListener((property, before, now) -> take.run());
        slider.valueChangingProperty().addListener((property, before, now) -> take.run());
        take.run();
        HBox line = new HBox(12, slider, says);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Node value(Commands.Fact fact) {
        Label text = new Label(fact.value());
        text.getStyleClass().add("code-text");
        text.setMaxWidth(420);
        text.setWrapText(true);
        CopyButton copy = new CopyButton("", "Copy: " + fact.name(), fact::value);
        HBox line = new HBox(4, text, copy);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Label name(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private static String words(Theme.Choice choice) {
        return switch (choice) {
            case SYSTEM -> "As the system";
            case LIGHT -> "Light";
            case DARK -> "Dark";
        };
    }
}
