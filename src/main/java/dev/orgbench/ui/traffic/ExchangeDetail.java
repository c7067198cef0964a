package dev.orgbench.ui.traffic;

import dev.orgbench.trace.Exchange;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.CodeViewer;
import dev.orgbench.ui.kit.CopyButton;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.Language;
import dev.orgbench.ui.kit.Segments;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One exchange in full: headers and body, of the request or of the answer. */
final class ExchangeDetail extends VBox {
    private final Segments<Part> part = new Segments<>("Part of the exchange", List.of(Part.values()), Part::label);
    private final CodeViewer code;
    private @Nullable Exchange shown;

    ExchangeDetail(Background background) {
        code = new CodeViewer(Language.JSON, "Headers and bodies", background);
        getStyleClass().add("exchange-detail");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(
                8, part, gap, new CopyButton("cURL", "Copy the request as a cURL command", this::curl));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("pane-bar");
        StackPane room = new StackPane(code);
        VBox.setVgrow(room, Priority.ALWAYS);
        getChildren().addAll(bar, room);
        part.valueProperty().addListener((property, before, now) -> show());
    }

    private enum Part {
        ANSWER("Answer"),
        ANSWER_HEADERS("Headers"),
        REQUEST("Request"),
        REQUEST_HEADERS("Request headers");

        private final String label;

        Part(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    void show(Exchange exchange) {
        shown = exchange;
        show();
    }

    private void show() {
        Exchange exchange = shown;
        Part wanted = part.valueProperty().get();
        if (exchange == null || wanted == null) {
            return;
        }
        code.prepare(() -> switch (wanted) {
            case ANSWER -> answer(exchange);
            case ANSWER_HEADERS -> headers(exchange.responseHeaders());
            case REQUEST -> exchange.method() + " " + exchange.url() + "\n\n"
                    + JsonText.prettyIfJson(exchange.requestBody());
            case REQUEST_HEADERS -> headers(exchange.requestHeaders());
        });
    }

    private static String answer(Exchange exchange) {
        String failure = exchange.failure();
        if (failure != null) {
            return failure;
        }
        return exchange.responseBody().isEmpty()
                ? "The answer has no body (" + exchange.status() + ")."
                : JsonText.prettyIfJson(exchange.responseBody());
    }

    private static String headers(List<Exchange.Header> headers) {
        return headers.stream()
                .map(header -> header.name() + ": " + header.value())
                .collect(Collectors.joining("\n"));
    }

    private String curl() {
        return shown == null ? "" : Curl.of(shown);
    }
}
