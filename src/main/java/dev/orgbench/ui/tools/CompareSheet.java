package dev.orgbench.ui.tools;

import dev.orgbench.trace.Message;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.Overlay;
import dev.orgbench.ui.kit.Segments;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Two things side by side on a sheet: two calls of a tool, or what a tool was and is. */
final class CompareSheet extends VBox {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss").withZone(ZoneId.systemDefault());

    private static final double WIDTH = 960;
    private static final double HEIGHT = 560;

    private final Button close = new Button("Close");

    private CompareSheet(String title, String left, String right, Node choice, SideBySide sides) {
        super(12);
        getStyleClass().add("compare-sheet");
        setPrefSize(WIDTH, HEIGHT);
        Label head = new Label(title);
        head.getStyleClass().add("sheet-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox top = new HBox(12, head, gap, choice, close);
        top.setAlignment(Pos.CENTER_LEFT);
        close.setCancelButton(true);
        HBox names = new HBox(name(left), name(right));
        VBox.setVgrow(sides, Priority.ALWAYS);
        getChildren().addAll(top, names, sides);
    }

    /** Opens two calls of a tool; the older one stands on the left. */
    static void ofCalls(Overlay overlay, Background background, Message one, Message other) {
        Message left = one.id() < other.id() ? one : other;
        Message right = one.id() < other.id() ? other : one;
        SideBySide sides = new SideBySide(background);
        Segments<String> which = new Segments<>("What is compared", List.of("Arguments", "Answers"), word -> word);
        Runnable show = () -> {
            if (Objects.equals(which.valueProperty().get(), "Answers")) {
                sides.show(answer(left), answer(right));
            } else {
                sides.show(arguments(left), arguments(right));
            }
        };
        which.valueProperty().addListener((property, before, now) -> show.run());
        show.run();
        open(overlay, new CompareSheet("Two calls", words(left), words(right), which, sides));
    }

    /** Opens what {@code tools/list} said of a tool before and says now. */
    static void ofTool(Overlay overlay, Background background, ToolChanges.Changed changed) {
        SideBySide sides = new SideBySide(background);
        sides.show(
                () -> JsonText.pretty(changed.before().descriptor()),
                () -> JsonText.pretty(changed.after().descriptor()));
        open(overlay, new CompareSheet(changed.after().name(), "Before", "Now", new Region(), sides));
    }

    private static void open(Overlay overlay, CompareSheet sheet) {
        Overlay.Sheet opened = overlay.open(sheet);
        sheet.close.setOnAction(press -> opened.close());
    }

    private static Label name(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setPrefWidth(WIDTH / 2);
        return label;
    }

    private static String words(Message message) {
        return TIME.format(message.started()) + ", " + message.client();
    }

    private static Supplier<String> arguments(Message message) {
        return () -> {
            try {
                return JsonText.pretty(ToolCall.arguments(message));
            } catch (JsonText.Malformed e) {
                // What was sent was no JSON: it is shown as it came.
                return message.request();
            }
        };
    }

    private static Supplier<String> answer(Message message) {
        Message.Result result = message.result();
        return () -> result == null ? "under way" : AnswerText.of(result.body());
    }
}
