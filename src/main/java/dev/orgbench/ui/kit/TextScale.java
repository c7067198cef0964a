package dev.orgbench.ui.kit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.collections.MapChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;

/** How large the person wants to read: 1 is as designed, 2 the largest. Text and the room around it grow together. */
public record TextScale(double factor) {
    /** As designed. */
    public static final TextScale USUAL = new TextScale(1);

    private static final double LARGEST = 2;
    private static final Pattern LENGTH = Pattern.compile("(\\d+(?:\\.\\d+)?)px");

    /** Keeps within 1 and 2. */
    public TextScale {
        factor = Double.isFinite(factor) ? Math.clamp(factor, 1, LARGEST) : 1;
    }

    boolean isUsual() {
        return factor == 1;
    }

    /** Tells {@code scene} how large its text is. */
    void tell(Scene scene) {
        scene.getProperties().put(TextScale.class, this);
    }

    /**
     * For lengths that a style sheet cannot set: calls {@code take} with the factor in {@code node}'s scene, once it is in
     * one and whenever the factor changes.
     */
    public static void follow(Node node, DoubleConsumer take) {
        MapChangeListener<Object, Object> changed = change -> {
            if (change.wasAdded() && change.getValueAdded() instanceof TextScale now) {
                take.accept(now.factor());
            }
        };
        node.sceneProperty().addListener((property, before, now) -> {
            if (before != null) {
                before.getProperties().removeListener(changed);
            }
            if (now != null) {
                now.getProperties().addListener(changed);
                take.accept(of(now).factor());
            }
        });
    }

    /** How large a scene's text is. */
    static TextScale of(Scene scene) {
        return scene.getProperties().get(TextScale.class) instanceof TextScale told ? told : USUAL;
    }

    /** The same sheet with every length of more than a pixel scaled; lines stay thin. */
    String applyTo(String css) {
        return LENGTH.matcher(css).replaceAll(this::scaled);
    }

    /** {@code css} as an address that a scene takes for a style sheet. */
    static String address(String css) {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    private String scaled(MatchResult length) {
        double pixels = Double.parseDouble(length.group(1));
        return pixels <= 1 ? length.group() : String.format(Locale.ROOT, "%.1fpx", pixels * factor);
    }
}
