package dev.orgbench.ui.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.ui.kit.Drafts;
import dev.orgbench.ui.kit.JsonText;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;

/** Keeps what stands in the form of a new server until the server is made or the person thinks better of it. */
final class ServerDraft {
    private final Drafts drafts;
    private final String name;

    /** @param orgId whose new server it is */
    ServerDraft(Drafts drafts, String orgId) {
        this.drafts = drafts;
        this.name = orgId + "/servers/new";
    }

    /** Puts back into {@code form} what was kept, and keeps what is changed there from now on. */
    void keep(ServerForm form) {
        drafts.get(name).ifPresent(text -> restore(form, text));
        Stream.concat(
                        Stream.<Observable>of(
                                form.nameProperty(),
                                form.expiryProperty(),
                                form.dateProperty(),
                                form.apiTokenProperty()),
                        choices(form).map(Choice::onProperty))
                .forEach(each -> each.addListener(changed -> drafts.put(name, text(form))));
        form.more().onChange(() -> drafts.put(name, text(form)));
    }

    /** It is needed no more. */
    void forget() {
        drafts.remove(name);
    }

    private static String text(ServerForm form) {
        ObjectNode kept = JsonText.NODES.objectNode();
        kept.put("name", form.nameProperty().get());
        ObjectNode on = kept.putObject("on");
        choices(form).forEach(choice -> on.put(choice.word(), choice.isOn()));
        Expiry expiry = form.expiryProperty().get();
        kept.put("expiry", expiry == null ? "" : expiry.name());
        kept.put("date", form.dateProperty().get());
        kept.put("api_token", form.apiTokenProperty().get());
        more(kept.putObject("more"), form.more());
        return JsonText.compact(kept);
    }

    private static void more(ObjectNode kept, MoreForm more) {
        lists(more).forEach((key, names) -> names.names().forEach(kept.putArray(key)::add));
        texts(more).forEach((key, text) -> kept.put(key, text.get()));
        flags(more).forEach((key, flag) -> kept.put(key, flag.get()));
    }

    private static void restore(MoreForm more, JsonNode kept) {
        lists(more).forEach((key, names) -> names.names()
                .setAll(kept.path(key).valueStream().map(JsonNode::asText).toList()));
        texts(more).forEach((key, text) -> text.set(kept.path(key).asText(text.get())));
        flags(more).forEach((key, flag) -> flag.set(kept.path(key).asBoolean()));
    }

    private static Map<String, ObjectNames> lists(MoreForm more) {
        return Map.of("read", more.readable(), "write", more.writable(), "pinned", more.pinned());
    }

    private static Map<String, StringProperty> texts(MoreForm more) {
        return Map.of(
                "byte_budget",
                more.byteBudgetProperty(),
                "at_once",
                more.atOnceProperty(),
                "per_minute",
                more.perMinuteProperty());
    }

    private static Map<String, BooleanProperty> flags(MoreForm more) {
        return Map.of("search", more.searchAndFetchProperty(), "confirm", more.confirmDestructiveProperty());
    }

    private static void restore(ServerForm form, String text) {
        JsonNode kept;
        try {
            kept = JsonText.parseObject(text);
        } catch (JsonText.Malformed e) {
            // Of another version; the form begins empty.
            return;
        }
        form.nameProperty().set(kept.path("name").asText());
        choices(form).forEach(choice -> {
            BooleanProperty on = choice.onProperty();
            on.set(kept.path("on").path(choice.word()).asBoolean(on.get()));
        });
        expiry(kept.path("expiry").asText()).ifPresent(form.expiryProperty()::set);
        form.dateProperty().set(kept.path("date").asText());
        form.apiTokenProperty().set(kept.path("api_token").asBoolean());
        restore(form.more(), kept.path("more"));
    }

    private static Optional<Expiry> expiry(String word) {
        return Arrays.stream(Expiry.values())
                .filter(each -> each.name().equals(word))
                .findFirst();
    }

    /** The whole of a group after its single ones, as these change it. */
    private static Stream<Choice> choices(ServerForm form) {
        return Stream.of(
                        form.methods().groups().stream().flatMap(group -> group.single().stream()),
                        form.methods().groups().stream().map(MethodChoices.Group::whole),
                        form.tags().stream())
                .flatMap(each -> each);
    }
}
