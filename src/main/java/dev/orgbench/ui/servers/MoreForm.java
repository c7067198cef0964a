package dev.orgbench.ui.servers;

import dev.orgbench.gateway.ConfigDraft;
import dev.orgbench.gateway.McpServer;
import dev.orgbench.gateway.ServerRules;
import dev.orgbench.tools.Terms;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What of a server most people leave as it is: objects, ChatGPT's tools, confirmation, answers, ceilings. */
final class MoreForm {
    private static final Pattern GROUPED = Pattern.compile("[\\s,_']");

    private final ObjectNames readable;
    private final ObjectNames writable;
    private final ObjectNames pinned;
    private final BooleanProperty searchAndFetch = new SimpleBooleanProperty();
    private final BooleanProperty confirmDestructive = new SimpleBooleanProperty();
    private final StringProperty byteBudget = new SimpleStringProperty();
    private final StringProperty atOnce = new SimpleStringProperty();
    private final StringProperty perMinute = new SimpleStringProperty();
    private final ReadOnlyObjectWrapper<Faults> faults = new ReadOnlyObjectWrapper<>(Faults.NONE);

    MoreForm(McpServer.Config begin, KnownObjects known) {
        readable = new ObjectNames(begin.readObjects(), known);
        writable = new ObjectNames(begin.writeObjects(), known);
        pinned = new ObjectNames(begin.pinnedObjects(), known);
        searchAndFetch.set(begin.searchAndFetch());
        confirmDestructive.set(begin.confirmDestructive());
        byteBudget.set(grouped(begin.byteBudget()));
        atOnce.set(begin.ceiling().atOnce() == 0 ? "" : grouped(begin.ceiling().atOnce()));
        perMinute.set(
                begin.ceiling().perMinute() == 0 ? "" : grouped(begin.ceiling().perMinute()));
        onChange(() -> faults.set(check()));
    }

    /** What is wrong, each as a sentence, or null. */
    record Faults(
            @Nullable String writable,
            @Nullable String byteBudget,
            @Nullable String atOnce,
            @Nullable String perMinute) {
        static final Faults NONE = new Faults(null, null, null, null);
    }

    ObjectNames readable() {
        return readable;
    }

    ObjectNames writable() {
        return writable;
    }

    ObjectNames pinned() {
        return pinned;
    }

    BooleanProperty searchAndFetchProperty() {
        return searchAndFetch;
    }

    BooleanProperty confirmDestructiveProperty() {
        return confirmDestructive;
    }

    /** Bytes, as they are typed. */
    StringProperty byteBudgetProperty() {
        return byteBudget;
    }

    /** A number as it is typed; empty for no limit. */
    StringProperty atOnceProperty() {
        return atOnce;
    }

    /** A number as it is typed; empty for no limit. */
    StringProperty perMinuteProperty() {
        return perMinute;
    }

    ReadOnlyObjectProperty<Faults> faultsProperty() {
        return faults.getReadOnlyProperty();
    }

    /** Calls {@code listener} on every change but of names that are being typed. */
    void onChange(Runnable listener) {
        InvalidationListener each = changed -> listener.run();
        Stream.of(readable, writable, pinned).forEach(names -> names.names().addListener(each));
        // Read each time, or JavaFX tells of the first change alone.
        Stream.of(searchAndFetch, confirmDestructive)
                .forEach(flag -> flag.addListener((property, before, now) -> listener.run()));
        Stream.of(byteBudget, atOnce, perMinute)
                .forEach(text -> text.addListener((property, before, now) -> listener.run()));
    }

    /** Whether all of it is as it is usually. */
    boolean isUsual() {
        McpServer.Config laid = lay(McpServer.Config.EVERYTHING.draft()).config();
        return laid.equals(McpServer.Config.EVERYTHING) && faults.get().equals(Faults.NONE);
    }

    /** Takes what is still being typed, and says whether all of it may be saved. */
    boolean finish() {
        boolean taken = true;
        for (ObjectNames names : List.of(readable, writable, pinned)) {
            taken &= names.typedProperty().get().isBlank() || names.take();
        }
        return taken && faults.get().equals(Faults.NONE);
    }

    /** Lays it over {@code draft}; what is wrong counts as the usual. */
    ConfigDraft lay(ConfigDraft draft) {
        return draft.readObjects(readable.names())
                .writeObjects(writable.names())
                .pinnedObjects(pinned.names())
                .searchAndFetch(searchAndFetch.get())
                .confirmDestructive(confirmDestructive.get())
                .byteBudget(value(byteBudget, ServerRules::byteBudgetFault).orElse(Terms.USUAL_BYTE_BUDGET))
                .ceiling(new McpServer.Ceiling(
                        value(atOnce, ServerRules::atOnceFault).orElse(0),
                        value(perMinute, ServerRules::perMinuteFault).orElse(0)));
    }

    private Faults check() {
        return new Faults(
                ServerRules.writableFault(readable.names(), writable.names()).orElse(null),
                fault(byteBudget, ServerRules::byteBudgetFault),
                fault(atOnce, ServerRules::atOnceFault),
                fault(perMinute, ServerRules::perMinuteFault));
    }

    private static @Nullable String fault(StringProperty typed, DoubleFunction<Optional<String>> rule) {
        return typed.get().isBlank() ? null : rule.apply(number(typed)).orElse(null);
    }

    private static Optional<Integer> value(StringProperty typed, DoubleFunction<Optional<String>> rule) {
        double number = number(typed);
        return typed.get().isBlank() || rule.apply(number).isPresent() ? Optional.empty() : Optional.of((int) number);
    }

    private static double number(StringProperty typed) {
        try {
            return Long.parseLong(GROUPED.matcher(typed.get()).replaceAll(""));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
