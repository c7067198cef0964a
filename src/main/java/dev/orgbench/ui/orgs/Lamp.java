package dev.orgbench.ui.orgs;

import dev.orgbench.salesforce.Reach;
import javafx.scene.layout.Region;

/** Whether an org answered last, as a colour. Words beside it say the same. */
final class Lamp extends Region {
    Lamp(Reach reach) {
        setMinSize(8, 8);
        setPrefSize(8, 8);
        setMaxSize(8, 8);
        show(reach);
    }

    void show(Reach reach) {
        String colour =
                switch (reach) {
                    case UNKNOWN -> "dot-off";
                    case CONNECTED -> "dot-good";
                    case SIGN_IN_NEEDED, UNREACHABLE -> "dot-bad";
                };
        getStyleClass().setAll("dot", colour);
    }
}
