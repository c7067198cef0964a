package dev.orgbench.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/**
 * Light or dark, as the system has it unless the person chooses, and how large text is. Brings the fonts along. Screen's
 * thread only.
 */
public final class Theme {
    private static final String CHOICE = "theme";
    private static final String SCALE = "text-scale";
    /** What a window needs that shows no screen yet. */
    private static final List<String> FIRST = List.of("workbench.css");

    /** What every theme has, before the colours. A screen's own sheet stands here by its name. */
    private static final List<String> ALL = List.of(
            "workbench.css",
            "code.css",
            "connect.css",
            "limits.css",
            "objects.css",
            "orgs.css",
            "servers.css",
            "soql.css",
            "tools.css",
            "traffic.css");

    private static final List<String> FONTS = List.of(
            "inter/Inter-Regular.otf",
            "inter/Inter-SemiBold.otf",
            "inter/Inter-Bold.otf",
            "jetbrains_mono/JetBrainsMono-Regular.ttf",
            "jetbrains_mono/JetBrainsMono-Bold.ttf");

    private final Memory memory;
    private final Scene scene;
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private List<String> sheets;
    private TextScale scale;

    /** Dresses {@code scene}, now and whenever the theme changes. */
    public Theme(Scene scene, Memory memory) {
        this(scene, memory, ALL);
    }

    private Theme(Scene scene, Memory memory, List<String> sheets) {
        this.sheets = sheets;
        this.scene = scene;
        this.memory = memory;
        loadFonts();
        scale = new TextScale(memory.number(SCALE, 1));
        dark.set(isDark(choice()));
        dark.addListener((property, before, now) -> dress());
        Platform.getPreferences()
                .colorSchemeProperty()
                .addListener((property, before, now) -> dark.set(isDark(choice())));
        dress();
    }

    /** For a scene that has no screens yet, so that it shows sooner: to read all sheets takes a while. */
    public static Theme beforeScreens(Scene scene, Memory memory) {
        return new Theme(scene, memory, FIRST);
    }

    /** The screens come: dresses the scene whole. */
    public void complete() {
        sheets = ALL;
        dress();
    }

    /** Loads the fonts, unless that was done before; on any thread, once JavaFX's toolkit is there. */
    public static void loadFonts() {
        Fonts.load();
    }

    /** What the person wants. */
    public enum Choice {
        SYSTEM,
        LIGHT,
        DARK
    }

    /** What the person wants; {@link Choice#SYSTEM} until something was chosen. */
    public Choice choice() {
        return switch (memory.get(CHOICE).orElse("")) {
            case "light" -> Choice.LIGHT;
            case "dark" -> Choice.DARK;
            default -> Choice.SYSTEM;
        };
    }

    /** Takes and remembers what the person wants. */
    public void choose(Choice choice) {
        memory.put(CHOICE, choice.name().toLowerCase(Locale.ROOT));
        dark.set(isDark(choice));
    }

    /** The other one of light and dark. */
    public void toggle() {
        choose(dark.get() ? Choice.LIGHT : Choice.DARK);
    }

    /** Whether it is dark now. */
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /** How large text is. */
    public TextScale textScale() {
        return scale;
    }

    /** Makes text larger or smaller and remembers it. */
    public void setTextScale(TextScale wanted) {
        memory.put(SCALE, Double.toString(wanted.factor()));
        if (!wanted.equals(scale)) {
            scale = wanted;
            dress();
        }
    }

    private void dress() {
        scale.tell(scene);
        Application.setUserAgentStylesheet(
                dark.get() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets()
                .setAll(Stream.concat(sheets.stream(), Stream.of(dark.get() ? "dark.css" : "light.css"))
                        .map(this::address)
                        .toList());
    }

    private String address(String sheet) {
        if (scale.isUsual()) {
            return sheet(sheet).toExternalForm();
        }
        try (InputStream in = sheet(sheet).openStream()) {
            return TextScale.address(scale.applyTo(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isDark(Choice choice) {
        return switch (choice) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private static URL sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name);
    }

    /** Loaded once, by whoever asks first. */
    private static final class Fonts {
        static {
            FONTS.forEach(Fonts::load);
        }

        static void load() {}

        private static void load(String font) {
            try (InputStream in = Theme.class.getResourceAsStream("/com/formdev/flatlaf/fonts/" + font)) {
                Font.loadFont(Objects.requireNonNull(in, font), 13);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
