package dev.orgbench.ui.shell;

import dev.orgbench.ui.kit.KeyName;
import dev.orgbench.ui.kit.Overlay;
import dev.orgbench.ui.kit.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What can be done from everywhere: the palette, the keys, the settings, the theme. */
public final class Commands implements TopBar.Actions {
    private final Overlay overlay;
    private final Theme theme;
    private final List<Fact> facts;
    private final Supplier<List<PaletteEntry>> found;

    /**
     * Something that the person may want to know or copy, shown with the settings.
     *
     * @param name what it is, as {@code Data folder}
     */
    public record Fact(String name, String value) {}

    /** @param found what else the palette finds, asked for each time that it is opened: must be quick */
    public Commands(Overlay overlay, Theme theme, List<Fact> facts, Supplier<List<PaletteEntry>> found) {
        this.overlay = overlay;
        this.theme = theme;
        this.facts = facts;
        this.found = found;
    }

    @Override
    public void openPalette() {
        List<PaletteEntry> entries = new ArrayList<>(found.get());
        entries.add(new PaletteEntry("Command", "Settings", KeyName.inText(","), this::showSettings));
        entries.add(new PaletteEntry("Command", "Show the keys", "F1", this::showKeys));
        entries.add(new PaletteEntry(
                "Command", theme.darkProperty().get() ? "Light theme" : "Dark theme", "", theme::toggle));
        Palette.open(new PaletteModel(entries), overlay);
    }

    @Override
    public void showKeys() {
        overlay.open(new KeySheet());
    }

    @Override
    public void showSettings() {
        Overlay.Sheet[] sheet = new Overlay.Sheet[1];
        sheet[0] = overlay.open(new SettingsSheet(theme, facts, () -> sheet[0].close()));
    }

    /** Does what a key stands for; tells whether it stands for anything. */
    public boolean press(KeyEvent key) {
        boolean shortcut = key.isShortcutDown() && !key.isAltDown() && !key.isShiftDown();
        if (shortcut && key.getCode() == KeyCode.K) {
            replaceBy(this::openPalette);
        } else if (shortcut && key.getCode() == KeyCode.COMMA) {
            replaceBy(this::showSettings);
        } else if (key.getCode() == KeyCode.F1) {
            replaceBy(this::showKeys);
        } else {
            return false;
        }
        return true;
    }

    /** The same key again puts a sheet away. A sheet in which something may be half typed stays. */
    private void replaceBy(Runnable open) {
        if (!overlay.isOpen()) {
            open.run();
        } else {
            overlay.closeNewest();
        }
    }
}
