package dev.orgbench.ui.traffic;

import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Message;
import dev.orgbench.ui.kit.Desk;
import dev.orgbench.ui.kit.JsonText;
import dev.orgbench.ui.kit.ServerChoice;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.jspecify.annotations.Nullable;

/** What can be done with the selected entry, or with several. */
final class EntryActions {
    private static final URI NO_SERVER = URI.create("http://127.0.0.1");

    private final Desk desk;
    private final TrafficModel list;
    private final DetailModel details;
    private final Replay replay;
    private final Supplier<List<Row>> chosen;

    /** @param chosen the selected rows */
    EntryActions(Desk desk, TrafficModel list, DetailModel details, Replay replay, Supplier<List<Row>> chosen) {
        this.desk = desk;
        this.list = list;
        this.details = details;
        this.replay = replay;
        this.chosen = chosen;
    }

    List<Row> chosen() {
        return chosen.get();
    }

    /** The message that is shown; empty if none is, or a request of the window's own. */
    Optional<Message> message() {
        return details.detail().flatMap(Detail::message);
    }

    /** The call that is shown. */
    Optional<Message> call() {
        return message().filter(Message::isCall);
    }

    /** Pins the selected rows, or lets them go. */
    void pin() {
        List.copyOf(chosen()).forEach(list::togglePin);
    }

    /** Sends the call again as it was. */
    void replay() {
        call().ifPresentOrElse(replay::run, () -> desk.toasts().say("Only calls can be replayed. Choose one."));
    }

    /** Opens the call in Tools, its arguments filled in: to be changed, sent, or saved. */
    void edit() {
        call().ifPresentOrElse(
                        this::open, () -> desk.toasts().say("Only calls can be edited and replayed. Choose one."));
    }

    /** Shows two entries side by side. */
    void compare() {
        List<Row> rows = chosen();
        if (rows.size() != 2) {
            desk.toasts().say("Select two entries to compare: hold Shift or Ctrl and choose the second.");
            return;
        }
        new CompareSheet(new CompareModel(desk.trace(), rows.get(0), rows.get(1)), desk.background())
                .open(desk.overlay());
    }

    /** Copies the shown message, or the window's own request, as a command without secrets. */
    void copyCurl() {
        details.detail()
                .ifPresent(detail -> copy(
                        detail.message()
                                .map(message -> Curl.of(
                                        message, Curl.masked(url(message).orElse(NO_SERVER))))
                                .orElseGet(() -> Curl.of(detail.exchanges().getFirst())),
                        "Copied as cURL, its secrets masked"));
    }

    /** Whether the token of the shown message's server is known. */
    boolean hasToken() {
        return message().flatMap(this::url).isPresent();
    }

    /** Copies the shown message as a command that works as it is. */
    void copyCurlWithToken() {
        message().ifPresent(message -> url(message)
                .ifPresent(url -> copy(
                        Curl.of(message, url.toString()),
                        "Copied as cURL with the server’s token: whoever has it may call")));
    }

    void copyRequest() {
        message().ifPresent(message -> copy(JsonText.prettyIfJson(message.request()), "Copied the JSON-RPC request"));
    }

    void copyAnswer() {
        message()
                .map(Message::result)
                .ifPresent(result -> copy(JsonText.prettyIfJson(result.body()), "Copied the JSON-RPC answer"));
    }

    void copyArguments() {
        try {
            if (call().isPresent()) {
                copy(JsonText.pretty(Replay.Call.in(call().get()).arguments()), "Copied the arguments");
            }
        } catch (JsonText.Malformed e) {
            desk.toasts().say("The request is no longer whole, so its arguments cannot be read.");
        }
    }

    /** Copies a request to Salesforce as a command. */
    void copyExchange(@Nullable Exchange exchange) {
        if (exchange != null) {
            copy(Curl.of(exchange), "Copied the request to Salesforce as cURL, its session masked");
        }
    }

    private void open(Message message) {
        try {
            Replay.Call call = Replay.Call.in(message);
            desk.navigator().openTool(call.tool(), call.arguments());
        } catch (JsonText.Malformed e) {
            desk.toasts().say("The request is no longer whole: very long ones are cut when they are kept.");
        }
    }

    private Optional<URI> url(Message message) {
        ServerChoice.Selected selected = desk.servers().selectedProperty().get();
        return Optional.ofNullable(selected)
                .filter(server -> server.server().name().equals(message.server()))
                .map(ServerChoice.Selected::url);
    }

    private void copy(String text, String told) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
        desk.toasts().say(told);
    }
}
