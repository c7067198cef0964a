package dev.orgbench.ui.orgs;

import dev.orgbench.orgs.ConnectedOrg;
import dev.orgbench.orgs.Org;
import dev.orgbench.orgs.OrgChange;
import dev.orgbench.orgs.Orgs;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Batches;
import dev.orgbench.ui.kit.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The orgs that are connected, what can be done to them, and the demo org's troubles. One for the whole window. */
public final class OrgsModel {
    private final Orgs orgs;
    private final DemoControls demo;
    private final Background background;
    private final Consumer<Org> opener;
    private final Orgs.Subscription subscription;
    private final ObservableList<ConnectedOrg> all = FXCollections.observableArrayList();
    private final ObservableList<DemoControls.Trouble> troubles = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /**
     * @param feed runs what it is given on the screen's thread, a few times a second at most
     * @param opener shows the screens of an org
     */
    public OrgsModel(Orgs orgs, DemoControls demo, Background background, Executor feed, Consumer<Org> opener) {
        this.orgs = orgs;
        this.demo = demo;
        this.background = background;
        this.opener = opener;
        Batches<OrgChange> changes = new Batches<>(feed, batch -> show());
        subscription = orgs.onChange(changes::add);
        show();
    }

    /** Stops listening. */
    public void close() {
        subscription.cancel();
    }

    ObservableList<ConnectedOrg> all() {
        return all;
    }

    /** The org of that id as it stands now. */
    Optional<ConnectedOrg> find(String id) {
        return all.stream().filter(each -> each.org().id().equals(id)).findFirst();
    }

    /** What went wrong last. */
    ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether something is being done that takes its time. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Shows the screens of an org. */
    void open(Org org) {
        opener.accept(orgs.find(org.id()).orElse(org));
    }

    /** Why an org cannot have that name; empty if it can. */
    Optional<String> nameProblem(String id, String name) {
        if (name.isBlank()) {
            return Optional.of("An org needs a name.");
        }
        boolean taken = all.stream()
                .map(ConnectedOrg::org)
                .anyMatch(org -> !org.id().equals(id) && org.label().equals(name.strip()));
        return taken ? Optional.of("Another org has this name.") : Optional.empty();
    }

    void rename(String id, String name) {
        run(() -> orgs.rename(id, name), () -> {});
    }

    /** Takes an org away; {@code done} runs when it is gone. */
    void disconnect(String id, Runnable done) {
        run(() -> orgs.disconnect(id), done);
    }

    /** Whether it is the one with the troubles. */
    boolean isDemo(Org org) {
        return org.id().equals(demo.orgId());
    }

    DemoControls demo() {
        return demo;
    }

    /** The troubles that are on. */
    ObservableList<DemoControls.Trouble> troubles() {
        return troubles;
    }

    void set(DemoControls.Trouble trouble, boolean on) {
        demo.set(trouble, on);
        readTroubles();
    }

    void expireSessions(Runnable done) {
        run(demo::expireSessions, done);
    }

    void reset(Runnable done) {
        run(demo::reset, done);
    }

    /** Something that may block and gives nothing back. */
    @FunctionalInterface
    private interface Action {
        void run() throws Exception;
    }

    private void run(Action action, Runnable done) {
        problem.set(null);
        busy.set(true);
        background.run(
                () -> {
                    action.run();
                    return true;
                },
                ok -> {
                    busy.set(false);
                    show();
                    done.run();
                },
                failure -> {
                    busy.set(false);
                    show();
                    problem.set(OrgProblems.of(failure));
                });
    }

    private void show() {
        List<ConnectedOrg> now = orgs.list();
        if (!all.equals(now)) {
            all.setAll(now);
        }
        readTroubles();
    }

    /** Looks anew which troubles are on: another window may have switched them. */
    void readTroubles() {
        List<DemoControls.Trouble> on =
                Arrays.stream(DemoControls.Trouble.values()).filter(demo::has).toList();
        if (!troubles.equals(on)) {
            troubles.setAll(on);
        }
    }
}
