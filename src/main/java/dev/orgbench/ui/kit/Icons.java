package dev.orgbench.ui.kit;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.RotateTransition;
import javafx.scene.AccessibleRole;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons, drawn by a font. They only ever decorate: what they stand beside or on has a name of its own. */
public final class Icons {
    private static final Duration TURN = Duration.seconds(2);

    private Icons() {}

    /** An icon in the size of the text. */
    public static FontIcon of(Feather feather, String... styles) {
        FontIcon icon = new FontIcon(feather);
        icon.getStyleClass().addAll(styles);
        icon.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        return icon;
    }

    /** Turns as long as it is in a window: something is under way. {@code what} is told to who cannot see it. */
    public static FontIcon turning(String what, String... styles) {
        FontIcon icon = of(Feather.LOADER, styles);
        icon.getStyleClass().add("turning");
        icon.setAccessibleText(what);
        RotateTransition turn = new RotateTransition(TURN, icon);
        turn.setByAngle(360);
        turn.setInterpolator(Interpolator.LINEAR);
        turn.setCycleCount(Animation.INDEFINITE);
        icon.sceneProperty().addListener((property, before, now) -> {
            if (now == null) {
                turn.stop();
            } else {
                turn.play();
            }
        });
        return icon;
    }
}
