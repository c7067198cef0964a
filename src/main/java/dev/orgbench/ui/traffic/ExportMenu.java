package dev.orgbench.ui.traffic;

import dev.orgbench.trace.export.ExportFormat;
import dev.orgbench.ui.kit.FileDialogs;
import dev.orgbench.ui.kit.Icons;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;

/** Writes what is listed, what is selected, or everything that is kept. */
final class ExportMenu extends MenuButton {
    private final TrafficModel list;
    private final ExportModel export;
    private final FileDialogs files;
    private final Supplier<List<Row>> chosen;

    ExportMenu(TrafficModel list, ExportModel export, FileDialogs files, Supplier<List<Row>> chosen) {
        super("Export", Icons.of(Feather.DOWNLOAD));
        this.list = list;
        this.export = export;
        this.files = files;
        this.chosen = chosen;
        setId("traffic-export");
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText("Export traffic to a file, secrets masked");
        getItems().add(new MenuItem());
        setOnShowing(showing -> fill());
    }

    private void fill() {
        List<MenuItem> items = new ArrayList<>();
        List<Long> listed = ids(list.shown());
        List<Long> selected = ids(chosen.get());
        boolean busy = export.stateProperty().get() instanceof ExportModel.State.Running;
        for (ExportFormat format : ExportFormat.values()) {
            items.add(entries("Listed entries", listed, format, busy));
        }
        items.add(new SeparatorMenuItem());
        for (ExportFormat format : ExportFormat.values()) {
            items.add(entries("Selected entries", selected, format, busy));
        }
        items.add(new SeparatorMenuItem());
        for (ExportFormat format : ExportFormat.values()) {
            MenuItem all = new MenuItem("Everything kept, as " + format.words() + "…");
            all.setDisable(busy);
            all.setOnAction(
                    press -> files.save("Export traffic", name(format), file -> export.everything(format, file)));
            items.add(all);
        }
        getItems().setAll(items);
    }

    private MenuItem entries(String what, List<Long> ids, ExportFormat format, boolean busy) {
        MenuItem item = new MenuItem(String.format(Locale.ROOT, "%s (%,d) as %s…", what, ids.size(), format.words()));
        item.setDisable(busy || ids.isEmpty());
        item.setOnAction(
                press -> files.save("Export traffic", name(format), file -> export.entries(ids, format, file)));
        return item;
    }

    /** Oldest first, as the readers of HAR like it best. */
    private static List<Long> ids(List<Row> rows) {
        return rows.stream().map(Row::id).sorted().toList();
    }

    private static String name(ExportFormat format) {
        return "orgbench-traffic-" + LocalDate.now(ZoneId.systemDefault()) + "." + format.ending();
    }
}
