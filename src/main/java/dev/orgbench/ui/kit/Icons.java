package dev.orgbench.ui.kit;

import javafx.scene.AccessibleRole;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons, drawn by a font. They only ever decorate: what they stand beside or on has a name of its own. */
public final class Icons {
    private Icons() {}

    /** An icon in the size of the text. */
    public static FontIcon of(Feather feather, String... styles) {
        FontIcon icon = new FontIcon(feather);
        icon.getStyleClass().addAll(styles);
        icon.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        return icon;
    }
}
