package dev.orgbench.ui.objects;

import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.FileDialogs;
import dev.orgbench.ui.kit.Icons;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.ProblemBanner;
import dev.orgbench.ui.kit.StatePane;
import dev.orgbench.ui.kit.Toasts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import org.kordamp.ikonli.feather.Feather;

/** The relationship picture with what can be done to it. */
final class PicturePane extends VBox {
    private static final int PNG_SCALE = 2;
    /** Wider or higher than this, graphics cards refuse. */
    private static final double MOST_PIXELS = 4_000;

    private final PictureModel model;
    private final Background background;
    private final FileDialogs files;
    private final Toasts toasts;
    private final PictureView view;
    private final StackPane room = new StackPane();
    private final Label words = new Label();
    private final ProblemBanner problem = new ProblemBanner();

    PicturePane(PictureModel model, Background background, FileDialogs files, Toasts toasts, Consumer<String> walk) {
        this.model = model;
        this.background = background;
        this.files = files;
        this.toasts = toasts;
        this.view = new PictureView(walk);
        getStyleClass().add("picture-pane");
        room.setMinSize(0, 0);
        VBox.setVgrow(room, Priority.ALWAYS);
        getChildren().addAll(bar(), problem, room);
        model.stateProperty().addListener((property, before, now) -> show());
        show();
    }

    private HBox bar() {
        CheckBox everything = new CheckBox("System references");
        everything.setId("picture-everything");
        everything.setTooltip(
                new Tooltip("Also who created, changed and owns records, their history, sharing and feeds"));
        everything.selectedProperty().bindBidirectional(model.everythingProperty());
        words.getStyleClass().add("muted");
        words.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        MenuButton export = new MenuButton("Export");
        export.setId("picture-export");
        MenuItem svg = new MenuItem("As SVG…");
        svg.setOnAction(press -> exportSvg());
        MenuItem png = new MenuItem("As PNG…");
        png.setOnAction(press -> exportPng());
        export.getItems().addAll(svg, png);
        HBox bar = new HBox(
                4,
                everything,
                words,
                space,
                button(Feather.ZOOM_OUT, "Smaller (−)", view::zoomOut),
                button(Feather.ZOOM_IN, "Larger (+)", view::zoomIn),
                button(Feather.MAXIMIZE, "Show all of it (0)", view::fit),
                export);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("objects-bar");
        HBox.setMargin(words, new Insets(0, 0, 0, 8));
        return bar;
    }

    private static Button button(Feather icon, String what, Runnable action) {
        Button button = new Button("", Icons.of(icon));
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText(what);
        button.setTooltip(new Tooltip(what));
        button.setOnAction(press -> action.run());
        return button;
    }

    private void show() {
        switch (model.stateProperty().get()) {
            case PictureModel.State.UnderWay under -> {
                words.setText("");
                room.getChildren().setAll(StatePane.loading("Laying out the picture"));
            }
            case PictureModel.State.Failed(Problem failed) ->
                room.getChildren().setAll(StatePane.failed(failed, model::draw));
            case PictureModel.State.Ready ready -> {
                words.setText(ready.words());
                room.getChildren().setAll(view);
                view.show(ready.drawing());
            }
        }
    }

    private void exportSvg() {
        if (model.stateProperty().get() instanceof PictureModel.State.Ready ready) {
            String text = SvgPicture.of(ready.drawing(), colours());
            files.save(
                    "Export the picture",
                    ready.neighbourhood().object() + ".svg",
                    file -> write(file, () -> Files.writeString(file, text)));
        }
    }

    private void exportPng() {
        if (model.stateProperty().get() instanceof PictureModel.State.Ready ready) {
            WritableImage image = image(ready.drawing());
            files.save(
                    "Export the picture",
                    ready.neighbourhood().object() + ".png",
                    file -> write(file, () -> PngPicture.write(image, file)));
        }
    }

    /** All of the drawing, also what lies outside the room now, twice as large as on a plain screen. */
    private WritableImage image(Drawing drawing) {
        double scale = Math.min(PNG_SCALE, MOST_PIXELS / Math.max(drawing.width(), drawing.height()));
        SnapshotParameters how = new SnapshotParameters();
        how.setFill(Color.web(colours().ground()));
        how.setTransform(Transform.scale(scale, scale));
        return view.picture(how, drawing, scale);
    }

    private interface Writing {
        void write() throws IOException;
    }

    private void write(Path file, Writing writing) {
        problem.show(null);
        background.run(
                () -> {
                    writing.write();
                    return file;
                },
                written -> toasts.say("Picture written to " + written.getFileName()),
                failure -> problem.show(
                        failure instanceof IOException
                                ? new Problem(
                                        null,
                                        "The picture could not be written to " + file + ".",
                                        "Choose another place and try again.")
                                : Problem.of(failure)));
    }

    private SvgPicture.Colours colours() {
        return view.isDark() ? SvgPicture.Colours.DARK : SvgPicture.Colours.LIGHT;
    }

    @Override
    public void requestFocus() {
        view.requestFocus();
    }
}
