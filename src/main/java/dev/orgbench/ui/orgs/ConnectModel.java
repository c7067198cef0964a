package dev.orgbench.ui.orgs;

import dev.orgbench.orgs.ConnectedOrg;
import dev.orgbench.orgs.SecretPlace;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Problem;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Connecting an org: the way that is chosen, how far an attempt is, and how it ended. One for each opened sheet. */
final class ConnectModel {
    private final List<ConnectWay> ways;
    private final Background background;
    private final Executor screen;
    private final Consumer<ConnectedOrg> connected;
    private final ObjectProperty<ConnectWay> way;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.FORM);
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable URI> page = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper("Looking for this machine's keychain…");
    private final ObservableList<Step> steps = FXCollections.observableArrayList();
    /** Not shown yet: the feed may bring the end of an attempt before its last report. */
    private final Queue<Runnable> reports = new ConcurrentLinkedQueue<>();

    private Background.Job job = Background.Job.NONE;
    private int attempt;

    /**
     * @param secrets where they are kept; may take seconds to tell
     * @param screen runs what it is given on the screen's thread
     * @param connected gets the org when it is connected
     */
    ConnectModel(
            List<ConnectWay> ways,
            Supplier<SecretPlace> secrets,
            Background background,
            Executor screen,
            Consumer<ConnectedOrg> connected) {
        this.ways = List.copyOf(ways);
        this.background = background;
        this.screen = screen;
        this.connected = connected;
        this.way = new SimpleObjectProperty<>(ways.getFirst());
        background.run(
                secrets::get,
                found -> place.set("Sign-ins are kept in " + found.words() + "."),
                failure -> place.set("Where sign-ins are kept could not be found out."));
    }

    /** How far it is. */
    enum Phase {
        FORM,
        WORKING,
        FAILED
    }

    /** Something that an attempt does. A note is no step, and says what is not as wished. */
    record Step(String words, State state) {
        enum State {
            UNDER_WAY,
            DONE,
            FAILED,
            NOTE
        }
    }

    List<ConnectWay> ways() {
        return ways;
    }

    ObjectProperty<ConnectWay> wayProperty() {
        return way;
    }

    ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** Why the last attempt failed. */
    ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The page that the person has to open; null if there is none. */
    ReadOnlyObjectProperty<@Nullable URI> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** Where secrets are kept, as a sentence. */
    ReadOnlyStringProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    ObservableList<Step> steps() {
        return steps;
    }

    /** Tries the chosen way with what is filled in. Nothing happens while it is not ready, or under way. */
    void connect() {
        ConnectWay chosen = way.get();
        if (!chosen.ready().get() || phase.get() == Phase.WORKING) {
            return;
        }
        problem.set(null);
        page.set(null);
        steps.clear();
        phase.set(Phase.WORKING);
        attempt++;
        job = background.run(chosen.attempt(new Reporting(attempt)), this::done, this::failed);
    }

    /** Gives an attempt up, or puts a failed one away: back to what is filled in. */
    void back() {
        attempt++;
        job.cancel();
        job = Background.Job.NONE;
        problem.set(null);
        phase.set(Phase.FORM);
    }

    /** Whether something is under way that would be given up. */
    boolean isWorking() {
        return phase.get() == Phase.WORKING;
    }

    private void takeReports() {
        for (Runnable report = reports.poll(); report != null; report = reports.poll()) {
            report.run();
        }
    }

    private void done(ConnectedOrg org) {
        takeReports();
        finish(Step.State.DONE);
        attempt++;
        phase.set(Phase.FORM);
        connected.accept(org);
    }

    private void failed(Exception failure) {
        takeReports();
        finish(Step.State.FAILED);
        attempt++;
        problem.set(OrgProblems.of(failure));
        phase.set(Phase.FAILED);
    }

    private void finish(Step.State how) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).state() == Step.State.UNDER_WAY) {
                steps.set(i, new Step(steps.get(i).words(), how));
            }
        }
    }

    /** Carries reports to the screen's thread; those of an attempt that is over are dropped. */
    private final class Reporting implements ConnectWay.Report {
        private final int number;

        Reporting(int number) {
            this.number = number;
        }

        @Override
        public void doing(String what) {
            show(() -> {
                finish(Step.State.DONE);
                steps.add(new Step(what, Step.State.UNDER_WAY));
            });
        }

        @Override
        public void note(String what) {
            show(() -> steps.add(new Step(what, Step.State.NOTE)));
        }

        @Override
        public void page(URI address) {
            show(() -> page.set(address));
        }

        private void show(Runnable change) {
            reports.add(() -> {
                if (number == attempt) {
                    change.run();
                }
            });
            screen.execute(ConnectModel.this::takeReports);
        }
    }
}
