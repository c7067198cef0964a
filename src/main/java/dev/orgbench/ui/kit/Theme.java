package dev.orgbench.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Light or dark, as the system has it until the person chooses. Brings the fonts along. Screen's thread only. */
public final class Theme {
    private static final String CHOICE = "theme";
    private static final List<String> FONTS = List.of(
            "inter/Inter-Regular.otf",
            "inter/Inter-SemiBold.otf",
            "inter/Inter-Bold.otf",
            "jetbrains_mono/JetBrainsMono-Regular.ttf",
            "jetbrains_mono/JetBrainsMono-Bold.ttf");

    private final Memory memory;
    private final Scene scene;
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

    /** Dresses {@code scene}, now and whenever the theme changes. */
    public Theme(Scene scene, Memory memory) {
        this.scene = scene;
        this.memory = memory;
        FONTS.forEach(Theme::load);
        dark.set(memory.get(CHOICE).map("dark"::equals).orElseGet(Theme::systemIsDark));
        dark.addListener((property, before, now) -> dress());
        Platform.getPreferences().colorSchemeProperty().addListener((property, before, now) -> {
            if (memory.get(CHOICE).isEmpty()) {
                dark.set(now == ColorScheme.DARK);
            }
        });
        dress();
    }

    /** Whether it is dark now. */
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /** The other one; from now on the person's choice, which is remembered, and not the system's. */
    public void toggle() {
        memory.put(CHOICE, dark.get() ? "light" : "dark");
        dark.set(!dark.get());
    }

    private void dress() {
        Application.setUserAgentStylesheet(
                dark.get() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheet("workbench.css"), sheet("code.css"), sheet("soql.css"), sheet(dark.get() ? "dark.css" : "light.css"));
    }

    private static boolean systemIsDark() {
        return Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    }

    private static String sheet(String name) {
        URL url = Theme.class.getResource(name);
        return Objects.requireNonNull(url, name).toExternalForm();
    }

    private static void load(String font) {
        try (InputStream in = Theme.class.getResourceAsStream("/com/formdev/flatlaf/fonts/" + font)) {
            Font.loadFont(Objects.requireNonNull(in, font), 13);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
