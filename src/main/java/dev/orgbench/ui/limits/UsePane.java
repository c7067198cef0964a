package dev.orgbench.ui.limits;

import dev.orgbench.trace.Level;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.Segments;
import dev.orgbench.ui.kit.StatePane;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Use over time: who made the requests, or how near the limit the org was. */
final class UsePane extends VBox {
    private static final String KEY = "limits.view";

    private final ZoneId zone;
    private final DateTimeFormatter time;
    private final Segments<View> views = new Segments<>("What the chart shows", List.of(View.values()), View::label);
    private final Label title = new Label("API requests over time");
    private final StackPane chart = new StackPane();
    private final FlowPane legend = new FlowPane();
    private final Label caption = new Label();
    private @Nullable UsePicture picture;

    UsePane(Memory memory, ZoneId zone) {
        super(8);
        this.zone = zone;
        this.time = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH).withZone(zone);
        title.getStyleClass().add("part-title");
        legend.getStyleClass().add("legend");
        // Else its longest entry, uncut, would hold the whole screen open.
        legend.setMinWidth(0);
        caption.getStyleClass().add("plot-caption");
        caption.setWrapText(true);
        caption.setMinHeight(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, title, gap, views);
        head.setAlignment(Pos.CENTER_LEFT);
        String last = memory.get(KEY).orElse("");
        Arrays.stream(View.values()).filter(view -> view.name().equals(last)).forEach(view -> views.valueProperty()
                .set(view));
        views.valueProperty().addListener((property, before, now) -> {
            memory.put(KEY, String.valueOf(now));
            draw();
        });
        getChildren().addAll(head, chart, legend, caption);
    }

    /** What the chart shows. */
    enum View {
        TOOL("By tool"),
        SERVER("By server"),
        LEVEL("Against the limit");

        private final String label;

        View(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    void show(UsePicture now) {
        picture = now;
        draw();
    }

    private void draw() {
        UsePicture now = picture;
        if (now == null) {
            return;
        }
        View view = views.valueProperty().get();
        boolean hadFocus = chart.getChildren().stream().anyMatch(node -> node.isFocused());
        legend.getChildren().clear();
        caption.setText("");
        title.setText("API requests, " + now.range().words());
        if (view == View.LEVEL) {
            drawLevels(now);
        } else {
            drawStacks(view == View.SERVER ? now.byServer() : now.byTool(), now);
        }
        if (hadFocus) {
            chart.getChildren().getFirst().requestFocus();
        }
    }

    private void drawStacks(Stacks stacks, UsePicture now) {
        if (stacks.total() == 0) {
            showEmpty(
                    "No API requests in the " + now.range().words(),
                    "Orgbench made none. Call a tool or run a query, and it is counted here by server and tool.");
            return;
        }
        BarsPlot plot = new BarsPlot(now.range(), stacks, zone);
        String usual = String.format(
                Locale.ROOT,
                "%,d request%s by Orgbench, each bar %s",
                stacks.total(),
                stacks.total() == 1 ? "" : "s",
                now.range() == Range.DAY ? "30 minutes" : "3 hours");
        plot.setAccessibleText("Chart: " + usual + ". Arrow keys walk through it.");
        for (int i = 0; i < stacks.series().size(); i++) {
            legend.getChildren().add(entry(stacks.series().get(i), BarsPlot.style(stacks, i)));
        }
        show(plot, usual, place -> words(stacks, stacks.bars().get(place)));
    }

    private void drawLevels(UsePicture now) {
        if (now.levels().isEmpty()) {
            showEmpty(
                    "Nothing told in the " + now.range().words(),
                    "The org tells its use with every answer. Refresh asks it: one API request.");
            return;
        }
        Level last = now.levels().getLast();
        LevelPlot plot = new LevelPlot(now, zone);
        legend.getChildren().add(entry("used in the 24 hours before, by all clients of the org", "series-1"));
        String usual =
                words(last) + (LevelPlot.showsLimit(now.levels()) ? "" : "; the limit is far above what is drawn");
        plot.setAccessibleText("Chart: " + usual + ". Arrow keys walk through it.");
        show(plot, usual, place -> words(now.levels().get(place)));
    }

    private void show(Plot plot, String usual, IntFunction<String> words) {
        caption.setText(usual);
        plot.pointedProperty().addListener((property, before, now) -> {
            int place = now.intValue();
            caption.setText(place < 0 ? usual : words.apply(place));
            plot.setAccessibleText(place < 0 ? "Chart: " + usual : caption.getText());
        });
        chart.getChildren().setAll(plot);
    }

    private void showEmpty(String head, String text) {
        StatePane empty = StatePane.empty(Feather.BAR_CHART_2, head, text);
        empty.getStyleClass().add("plot-empty");
        chart.getChildren().setAll(empty);
    }

    private String words(Stacks stacks, Stacks.Bar bar) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < bar.requests().size(); i++) {
            if (bar.requests().get(i) > 0) {
                parts.add(String.format(
                        Locale.ROOT,
                        "%s %,d",
                        stacks.series().get(i),
                        bar.requests().get(i)));
            }
        }
        return time.format(bar.from()) + " to " + time.format(bar.to()).substring(4) + ": "
                + (parts.isEmpty() ? "no requests" : String.join(", ", parts));
    }

    private String words(Level level) {
        return String.format(
                Locale.ROOT,
                "%s: %,d of %,d used",
                time.format(level.at()),
                level.use().used(),
                level.use().limit());
    }

    private static Label entry(String name, String style) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("legend-swatch", style);
        // A name is what somebody sent us: it may be long, and have line breaks.
        Label entry = new Label(name.replaceAll("\\s+", " "), swatch);
        entry.setTooltip(new Tooltip(name));
        entry.getStyleClass().add("legend-entry");
        return entry;
    }
}
