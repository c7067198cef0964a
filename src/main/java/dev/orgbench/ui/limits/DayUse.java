package dev.orgbench.ui.limits;

import dev.orgbench.salesforce.OrgLimit;
import dev.orgbench.trace.ApiUse;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The day's API use, large: the number that everybody comes for. */
final class DayUse extends VBox {
    private static final String REQUESTS = "DailyApiRequests";

    private final LimitsModel model;
    private final Label used = new Label();
    private final Label rest = new Label();
    private final DateTimeFormatter time;

    DayUse(LimitsModel model) {
        this.model = model;
        time = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)
                .withZone(model.clock().getZone());
        used.getStyleClass().add("day-number");
        used.setId("day-used");
        used.setMinWidth(USE_PREF_SIZE);
        rest.getStyleClass().add("muted");
        rest.setId("day-rest");
        rest.setWrapText(true);
        rest.setMinHeight(USE_PREF_SIZE);
        HBox line = new HBox(used, rest);
        line.getStyleClass().add("day-use");
        getChildren().add(line);
        setMinHeight(USE_PREF_SIZE);
    }

    /** Shows what is known now: by the newest answer, else by the limits. */
    void show() {
        Optional<ApiUse> told = latest();
        setVisible(told.isPresent());
        setManaged(told.isPresent());
        told.ifPresent(use -> {
            used.setText(String.format(Locale.ROOT, "%,d", use.used()));
            String left = String.format(
                    Locale.ROOT,
                    "of %,d API requests used in 24 hours · %,d left",
                    use.limit(),
                    Math.max(0, use.limit() - use.used()));
            Instant asked = model.askedProperty().get();
            rest.setText(asked == null ? left : left + " · limits of " + time.format(asked));
            setAccessibleText(used.getText() + " " + rest.getText());
        });
    }

    private Optional<ApiUse> latest() {
        LastAnswer answer = model.lastAnswerProperty().get();
        if (answer != null) {
            return Optional.of(answer.use());
        }
        UsePicture picture = model.useProperty().get();
        Optional<ApiUse> told = picture == null ? Optional.empty() : picture.latest();
        List<OrgLimit> limits = model.limitsProperty().get();
        if (told.isPresent() || limits == null) {
            return told;
        }
        return limits.stream()
                .filter(limit -> limit.name().equals(REQUESTS) && limit.isLimited())
                .map(limit -> new ApiUse(limit.used(), limit.max()))
                .findFirst();
    }
}
