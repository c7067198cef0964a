package dev.orgbench.ui.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;

/**
 * A drawing that is zoomed by the wheel or by keys, moved by dragging, and walked by a click on a box or by arrow keys and
 * Enter.
 */
final class PictureView extends Pane {
    private static final double SMALLEST = 0.25;
    private static final double LARGEST = 3;
    private static final double READABLE = 0.6;
    private static final double STEP = 1.2;

    private final Consumer<String> walk;
    private final Group canvas = new Group();
    private final Scale scale = new Scale(1, 1);
    private final List<Button> boxes = new ArrayList<>();
    private Drawing drawing = new Drawing(0, 0, List.of(), List.of());
    private Point2D draggedFrom = Point2D.ZERO;
    /** As long as the person did not zoom or move it, the picture fills the room it has. */
    private boolean fitted = true;

    /** @param walk gets the API name of the box that was chosen */
    PictureView(Consumer<String> walk) {
        this.walk = walk;
        getStyleClass().add("picture");
        setAccessibleText(
                "Relationship picture. Arrow keys go from object to object, Enter opens one, plus and minus zoom, 0 fits.");
        canvas.getTransforms().add(scale);
        getChildren().add(canvas);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        layoutBoundsProperty().addListener((property, before, now) -> {
            if (fitted) {
                fit();
            }
        });
        addEventHandler(ScrollEvent.SCROLL, this::zoomByWheel);
        addEventHandler(MouseEvent.MOUSE_PRESSED, press -> {
            draggedFrom = new Point2D(press.getX() - canvas.getLayoutX(), press.getY() - canvas.getLayoutY());
            fitted = false;
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, drag -> {
            canvas.setLayoutX(drag.getX() - draggedFrom.getX());
            canvas.setLayoutY(drag.getY() - draggedFrom.getY());
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    /** Draws {@code now}, as large as the room allows. */
    void show(Drawing now) {
        drawing = now;
        boxes.clear();
        canvas.getChildren().clear();
        for (Drawing.Line line : now.lines()) {
            Polyline shape = new Polyline(flat(line.points()));
            shape.getStyleClass().add("picture-line");
            Polygon arrow = new Polygon(flat(PictureShapes.arrow(line)));
            arrow.getStyleClass().add("picture-arrow");
            canvas.getChildren().addAll(shape, arrow);
        }
        for (Drawing.Box box : now.boxes()) {
            Button button = button(box, now.boxes().getFirst().title());
            boxes.add(button);
            canvas.getChildren().add(button);
        }
        fit();
    }

    /** How large it is shown; 1 is 100 %. */
    double zoom() {
        return scale.getX();
    }

    void zoomIn() {
        zoom(STEP, middle());
    }

    void zoomOut() {
        zoom(1 / STEP, middle());
    }

    /** Shows all of it, but never larger than it is, nor so small that nobody can read it. */
    void fit() {
        fitted = true;
        if (getWidth() <= 0 || drawing.width() <= 0) {
            return;
        }
        double most = Math.min(getWidth() / drawing.width(), getHeight() / drawing.height());
        double zoom = Math.clamp(most, READABLE, 1);
        scale.setX(zoom);
        scale.setY(zoom);
        canvas.setLayoutX((getWidth() - drawing.width() * zoom) / 2);
        canvas.setLayoutY((getHeight() - drawing.height() * zoom) / 2);
        reveal(drawing.boxes().getFirst());
    }

    /** Whether it stands on a dark ground now. */
    boolean isDark() {
        return getBackground() != null
                && getBackground().getFills().stream()
                        .anyMatch(fill -> fill.getFill() instanceof Color colour && colour.getBrightness() < 0.5);
    }

    /** All of the drawing as an image, whatever of it is seen. */
    WritableImage picture(SnapshotParameters how, Drawing drawn, double zoom) {
        double seenAt = scale.getX();
        scale.setX(1);
        scale.setY(1);
        how.setViewport(new Rectangle2D(
                canvas.getLayoutX() * zoom, canvas.getLayoutY() * zoom, drawn.width() * zoom, drawn.height() * zoom));
        WritableImage image = canvas.snapshot(how, null);
        scale.setX(seenAt);
        scale.setY(seenAt);
        return image;
    }

    @Override
    public void requestFocus() {
        if (boxes.isEmpty()) {
            super.requestFocus();
        } else {
            boxes.getFirst().requestFocus();
        }
    }

    private Button button(Drawing.Box box, String centre) {
        Label title = new Label(box.title());
        title.getStyleClass().add("picture-title");
        VBox words = new VBox(title);
        words.setAlignment(Pos.CENTER);
        if (!box.via().isEmpty()) {
            Label via = new Label(box.via());
            via.getStyleClass().add("picture-via");
            words.getChildren().add(via);
        }
        Button button = new Button();
        button.setGraphic(words);
        button.getStyleClass().setAll("button", "picture-box");
        if (box.role() == Drawing.Role.CENTRE) {
            button.getStyleClass().add("picture-centre");
        }
        button.setAccessibleText(box.words(centre));
        button.setTooltip(new Tooltip(box.words(centre)));
        button.setPrefSize(box.width(), box.height());
        button.setMinSize(box.width(), box.height());
        button.setMaxSize(box.width(), box.height());
        button.relocate(box.x(), box.y());
        button.setOnAction(press -> walk.accept(box.title()));
        button.focusedProperty().addListener((property, before, now) -> {
            if (now && button.isFocusVisible()) {
                reveal(box);
            }
        });
        return button;
    }

    private void press(KeyEvent key) {
        switch (key.getCode()) {
            case PLUS, ADD, EQUALS -> zoomIn();
            case MINUS, SUBTRACT -> zoomOut();
            case DIGIT0, NUMPAD0 -> fit();
            case LEFT, RIGHT, UP, DOWN -> step(key.getCode());
            default -> {
                return;
            }
        }
        key.consume();
    }

    /** On to the nearest box in that direction. */
    private void step(KeyCode direction) {
        int focused = -1;
        for (int i = 0; i < boxes.size(); i++) {
            if (boxes.get(i).isFocused()) {
                focused = i;
            }
        }
        if (focused < 0) {
            requestFocus();
            return;
        }
        Drawing.Box from = drawing.boxes().get(focused);
        nearest(from, direction).ifPresent(next -> {
            boxes.get(next).requestFocus();
            reveal(drawing.boxes().get(next));
        });
    }

    private Optional<Integer> nearest(Drawing.Box from, KeyCode direction) {
        int best = -1;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < drawing.boxes().size(); i++) {
            Drawing.Box to = drawing.boxes().get(i);
            double right = to.x() + to.width() / 2 - from.x() - from.width() / 2;
            double down = to.y() + to.height() / 2 - from.y() - from.height() / 2;
            double ahead =
                    switch (direction) {
                        case LEFT -> -right;
                        case RIGHT -> right;
                        case UP -> -down;
                        default -> down;
                    };
            boolean sideways = direction == KeyCode.LEFT || direction == KeyCode.RIGHT;
            double aside = Math.abs(sideways ? down : right);
            // Those straight ahead come before those beside the way.
            double far = ahead + aside * 3;
            if (ahead > 1 && far < least) {
                least = far;
                best = i;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(best);
    }

    /** Moves the picture so that {@code box} is seen. */
    private void reveal(Drawing.Box box) {
        double zoom = scale.getX();
        double left = canvas.getLayoutX() + box.x() * zoom;
        double top = canvas.getLayoutY() + box.y() * zoom;
        canvas.setLayoutX(canvas.getLayoutX() + inside(left, box.width() * zoom, getWidth()));
        canvas.setLayoutY(canvas.getLayoutY() + inside(top, box.height() * zoom, getHeight()));
    }

    private static double inside(double start, double length, double room) {
        double margin = 8;
        if (start < margin) {
            return margin - start;
        }
        return start + length > room - margin ? room - margin - start - length : 0;
    }

    private void zoomByWheel(ScrollEvent scroll) {
        if (scroll.getDeltaY() != 0) {
            zoom(scroll.getDeltaY() > 0 ? STEP : 1 / STEP, new Point2D(scroll.getX(), scroll.getY()));
            scroll.consume();
        }
    }

    /** What lies under {@code still} stays there. */
    private void zoom(double by, Point2D still) {
        fitted = false;
        double before = scale.getX();
        double after = Math.clamp(before * by, SMALLEST, LARGEST);
        scale.setX(after);
        scale.setY(after);
        canvas.setLayoutX(still.getX() - (still.getX() - canvas.getLayoutX()) * after / before);
        canvas.setLayoutY(still.getY() - (still.getY() - canvas.getLayoutY()) * after / before);
    }

    private Point2D middle() {
        Bounds room = getLayoutBounds();
        return new Point2D(room.getCenterX(), room.getCenterY());
    }

    private static double[] flat(List<Drawing.Point> points) {
        return points.stream()
                .flatMap(point -> Stream.of(point.x(), point.y()))
                .mapToDouble(x -> x)
                .toArray();
    }
}
