package dev.orgbench.ui.servers;

import dev.orgbench.gateway.McpServer;
import dev.orgbench.gateway.ServerRules;
import dev.orgbench.tools.Terms;
import dev.orgbench.tools.Tool;
import dev.orgbench.trace.Recording;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Problem;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * A server as it is being made or changed: what is typed, what is wrong with it, and what it would be able to do. Screen's
 * thread only.
 */
final class ServerForm {
    private final Shelf shelf;
    private final Background background;
    private final @Nullable McpServer changed;
    private final List<Tool> tools;
    private final StringProperty name = new SimpleStringProperty();
    private final MethodChoices methods;
    private final List<Choice> tags;
    private final MoreForm more;
    private final ObjectProperty<@Nullable Expiry> expiry = new SimpleObjectProperty<>(Expiry.NEVER);
    private final StringProperty date = new SimpleStringProperty("");
    private final BooleanProperty apiToken = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Faults> faults = new ReadOnlyObjectWrapper<>(new Faults(null, null, null));
    private final ReadOnlyObjectWrapper<Preview> preview;
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
    private Background.Job previewing = Background.Job.NONE;
    private boolean pressed;

    /**
     * @param changed the server to change; null to make one
     * @param begin what stands in the form at first
     */
    private ServerForm(Shelf shelf, Background background, @Nullable McpServer changed, Begin begin, Known known) {
        this.shelf = shelf;
        this.background = background;
        this.changed = changed;
        this.tools = known.tools();
        McpServer.Config config = begin.config();
        name.set(begin.name());
        methods = new MethodChoices(config.methods(), known.customVerbs());
        tags = Stream.concat(known.tags().stream(), config.tags().stream())
                .distinct()
                .sorted(Comparator.naturalOrder())
                .map(tag -> new Choice(tag, config.tags().contains(tag)))
                .toList();
        more = new MoreForm(config, known.objects());
        apiToken.set(config.requireApiToken());
        Instant expiresAt = begin.expiresAt();
        if (expiresAt != null) {
            expiry.set(Expiry.DATE);
            date.set(Expiry.text(expiresAt, shelf.clock().getZone()));
        }
        preview = new ReadOnlyObjectWrapper<>(known.first());
        Stream.concat(
                        Stream.<Observable>of(name, expiry, date, apiToken),
                        Stream.concat(methods.all(), tags.stream()).map(Choice::onProperty))
                .forEach(each -> each.addListener(typed -> check()));
        Stream.concat(methods.all(), tags.stream())
                .forEach(choice -> choice.onProperty().addListener((property, before, now) -> showPreview()));
        more.onChange(this::showPreview);
        check();
    }

    /** What stands in the form at first. */
    record Begin(
            String name, McpServer.Config config, @Nullable Instant expiresAt) {
        /** Reading alone: what a new URL may do at least, until the person says more. */
        static final Begin FRESH = new Begin("", new McpServer.Config(List.of("read"), List.of()), null);

        static Begin of(McpServer server) {
            return new Begin(server.name(), server.config(), server.expiresAt());
        }

        /** The same scope under another name; a time that has passed is not taken over. */
        static Begin copyOf(McpServer server, Instant now) {
            Instant expiresAt = server.expiresAt();
            String copied = "Copy of " + server.name();
            return new Begin(
                    copied.substring(0, Math.min(copied.length(), ServerRules.NAME_LIMIT)),
                    server.config(),
                    expiresAt != null && expiresAt.isAfter(now) ? expiresAt : null);
        }
    }

    /** What is wrong, each as a sentence, or null. */
    record Faults(
            @Nullable String name,
            @Nullable String methods,
            @Nullable String expiry) {
        boolean isNone() {
            return name == null && methods == null && expiry == null;
        }
    }

    /** A server as it was saved; {@code token} only if it was made now. */
    record Saved(McpServer server, @Nullable String token) {}

    /** @param first what {@code Begin} would be able to do */
    private record Known(
            List<Tool> tools, Set<String> tags, TreeSet<String> customVerbs, Preview first, KnownObjects objects) {}

    /**
     * Opens a form; asks the catalogue first.
     *
     * @param recording notes what the org is asked for
     */
    static void open(
            Shelf shelf,
            Recording recording,
            Background background,
            @Nullable McpServer changed,
            Begin begin,
            Consumer<ServerForm> opened,
            Consumer<Problem> failed) {
        background.run(
                () -> {
                    List<Tool> tools = shelf.tools(Terms.ALL);
                    return new Known(
                            tools,
                            shelf.catalogue().tags(),
                            new TreeSet<>(shelf.catalogue().customVerbs()),
                            Preview.of(tools, shelf.tools(begin.config().terms(""))),
                            new KnownObjects(shelf.org(), recording, background));
                },
                known -> opened.accept(new ServerForm(shelf, background, changed, begin, known)),
                failure -> failed.accept(Failures.problem(failure)));
    }

    boolean isNew() {
        return changed == null;
    }

    /** Whether the server wanted an API token before it was changed. */
    boolean wantedApiToken() {
        return changed != null && changed.config().requireApiToken();
    }

    Shelf shelf() {
        return shelf;
    }

    StringProperty nameProperty() {
        return name;
    }

    MethodChoices methods() {
        return methods;
    }

    /** What most people leave as it is. */
    MoreForm more() {
        return more;
    }

    List<Choice> tags() {
        return tags;
    }

    ObjectProperty<@Nullable Expiry> expiryProperty() {
        return expiry;
    }

    /** The date of {@link Expiry#DATE}, as it is typed. */
    StringProperty dateProperty() {
        return date;
    }

    BooleanProperty apiTokenProperty() {
        return apiToken;
    }

    /** What is wrong with what is typed. An empty name is no fault before saving was tried. */
    ReadOnlyObjectProperty<Faults> faultsProperty() {
        return faults.getReadOnlyProperty();
    }

    /** What the server would be able to do. */
    ReadOnlyObjectProperty<Preview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Why it was not saved; null if it was, or not tried. */
    ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty savingProperty() {
        return saving.getReadOnlyProperty();
    }

    /** When the server would end, in words; empty if that cannot be said. */
    String expiryWords() {
        Instant now = shelf.now();
        return expiresAt(now)
                .filter(at -> at.isAfter(now))
                .map(at -> TimeWords.exact(at, shelf.clock().getZone()) + ", " + TimeWords.expiry(at, now))
                .orElse("");
    }

    /** Saves it if nothing is wrong; {@code done} runs when it is on disk. */
    void save(Consumer<Saved> done) {
        pressed = true;
        check();
        if (!more.finish() || !faults.get().isNone() || saving.get()) {
            return;
        }
        saving.set(true);
        problem.set(null);
        String given = name.get().strip();
        McpServer.Config config = config();
        Instant expiresAt = expiresAt(shelf.now()).orElse(null);
        background.run(
                () -> saved(given, config, expiresAt),
                saved -> {
                    saving.set(false);
                    done.accept(saved);
                },
                failure -> {
                    saving.set(false);
                    problem.set(Failures.problem(failure));
                });
    }

    private Saved saved(String given, McpServer.Config config, @Nullable Instant expiresAt) {
        if (changed != null) {
            return new Saved(shelf.register().change(changed.id(), given, config, expiresAt), null);
        }
        var made = shelf.register().create(shelf.org().id(), given, config, expiresAt);
        return new Saved(made.server(), made.token());
    }

    private McpServer.Config config() {
        return more.lay(McpServer.Config.EVERYTHING.draft())
                .methods(methods.words())
                .tags(tags.stream().filter(Choice::isOn).map(Choice::word).toList())
                .requireApiToken(apiToken.get())
                .config();
    }

    /** An expiry that was not touched stays to the second. */
    private Optional<Instant> expiresAt(Instant now) {
        Expiry chosen = expiry.get();
        Instant before = changed == null ? null : changed.expiresAt();
        if (chosen == Expiry.DATE
                && before != null
                && date.get().equals(Expiry.text(before, shelf.clock().getZone()))) {
            return Optional.of(before);
        }
        return chosen == null
                ? Optional.empty()
                : chosen.from(now, date.get(), shelf.clock().getZone());
    }

    private void check() {
        String nameFault = name.get().isEmpty() && !pressed
                ? null
                : ServerRules.nameFault(name.get()).orElse(null);
        String methodsFault = methods.isNone() ? "Choose at least one: a server without methods has no tools." : null;
        faults.set(new Faults(nameFault, methodsFault, expiryFault()));
    }

    private @Nullable String expiryFault() {
        if (expiry.get() != Expiry.DATE || (date.get().isBlank() && !pressed)) {
            return null;
        }
        Instant now = shelf.now();
        Optional<Instant> at = expiresAt(now);
        if (at.isEmpty()) {
            return "Write a day, or a day and a time: "
                    + Expiry.text(now.plusSeconds(86_400), shelf.clock().getZone()) + ".";
        }
        return at.get().isAfter(now) ? ServerRules.expiryFault(at.get(), now).orElse(null) : "That is in the past.";
    }

    private void showPreview() {
        previewing.cancel();
        if (methods.isNone()) {
            preview.set(Preview.of(tools, List.of()));
            return;
        }
        Terms terms = config().terms("");
        previewing = background.run(
                () -> Preview.of(tools, shelf.tools(terms)),
                preview::set,
                failure -> problem.set(Failures.problem(failure)));
    }
}
