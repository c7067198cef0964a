package dev.orgbench.ui.limits;

import dev.orgbench.orgs.Org;
import dev.orgbench.salesforce.Limits;
import dev.orgbench.salesforce.OrgLimit;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.trace.ApiUse;
import dev.orgbench.trace.Exchange;
import dev.orgbench.trace.Trace;
import dev.orgbench.trace.TraceEvent;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Batches;
import dev.orgbench.ui.kit.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
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

/** What one org allows, what is left of it, and who used it. Screen's thread only. */
public final class LimitsModel implements AutoCloseable {
    /** How often the org is asked where the person wants that. */
    static final Duration AUTO = Duration.ofMinutes(5);

    private static final String CAUSE = "Limits";

    private final Org org;
    private final Trace trace;
    private final Background background;
    private final Clock clock;
    private final Trace.Subscription subscription;
    private final ReadOnlyObjectWrapper<@Nullable List<OrgLimit>> limits = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Instant> asked = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable UsePicture> use = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> useProblem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable LastAnswer> lastAnswer = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Range> range = new SimpleObjectProperty<>(Range.DAY);
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty auto = new SimpleBooleanProperty();
    private Background.Job asking = Background.Job.NONE;
    private Background.Job reading = Background.Job.NONE;
    private boolean stale;
    private boolean readingNow;

    /** @param feed runs what it is given on the screen's thread, a few times a second at most */
    public LimitsModel(Org org, Trace trace, Background background, Executor feed, Clock clock) {
        this.org = org;
        this.trace = trace;
        this.background = background;
        this.clock = clock;
        Batches<Exchange> counted = new Batches<>(feed, this::take);
        subscription = trace.subscribe(event -> {
            if (event instanceof TraceEvent.Exchanged(Exchange exchange)
                    && exchange.cause().orgId().equals(org.id())
                    && exchange.isCounted()) {
                counted.add(exchange);
            }
        });
        range.addListener((property, before, now) -> readUse());
        background.run(
                () -> LastAnswer.newest(trace, org.id()),
                this::showFirst,
                failure -> useProblem.set(Problem.of(failure)));
    }

    /** The org's limits, worst first; null until they came once. */
    ReadOnlyObjectProperty<@Nullable List<OrgLimit>> limitsProperty() {
        return limits.getReadOnlyProperty();
    }

    /** When the org told them. */
    ReadOnlyObjectProperty<@Nullable Instant> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /** Why they did not come the last time; null if they did. */
    ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether the org is being asked. */
    ReadOnlyBooleanProperty loadingProperty() {
        return loading.getReadOnlyProperty();
    }

    /** Who used the API; null until it was read. */
    ReadOnlyObjectProperty<@Nullable UsePicture> useProperty() {
        return use.getReadOnlyProperty();
    }

    /** Why that could not be read. */
    ReadOnlyObjectProperty<@Nullable Problem> useProblemProperty() {
        return useProblem.getReadOnlyProperty();
    }

    /** What the newest answer said; null until one said anything. */
    ReadOnlyObjectProperty<@Nullable LastAnswer> lastAnswerProperty() {
        return lastAnswer.getReadOnlyProperty();
    }

    ObjectProperty<Range> rangeProperty() {
        return range;
    }

    /** Words that the shown limits' names have. */
    StringProperty filterProperty() {
        return filter;
    }

    /** Whether the org is asked every five minutes. */
    BooleanProperty autoProperty() {
        return auto;
    }

    String orgName() {
        return org.label();
    }

    /** Asks the org for its limits: one API request. Nothing if it is being asked already. */
    public void refresh() {
        if (loading.get()) {
            return;
        }
        loading.set(true);
        asking = background.run(
                () -> Limits.read(org.connection().as(trace.recording(org.id(), CAUSE))), this::told, failure -> {
                    loading.set(false);
                    // Also a refusal counts as asked: the next one is not due at once.
                    asked.set(clock.instant());
                    problem.set(problem(failure));
                });
    }

    /** Gives up asking. Tells whether there was anything to give up. */
    public boolean cancel() {
        boolean was = loading.get();
        asking.cancel();
        loading.set(false);
        return was;
    }

    /** Reads the ledger anew. */
    public void readUse() {
        reading.cancel();
        readingNow = true;
        stale = false;
        Range wanted = range.get();
        reading = background.run(
                () -> UsePicture.read(trace.ledger(), org.id(), wanted, clock.instant()),
                picture -> {
                    readingNow = false;
                    useProblem.set(null);
                    use.set(picture);
                },
                failure -> {
                    readingNow = false;
                    useProblem.set(Problem.of(failure));
                });
    }

    /** To be called every few seconds while the screen is looked at: shows what came in, asks the org where that is due. */
    public void tick() {
        UsePicture shown = use.get();
        boolean aged =
                shown != null && Duration.between(shown.now(), clock.instant()).compareTo(AUTO) > 0;
        if ((stale || aged) && !readingNow) {
            readUse();
        }
        Instant last = asked.get();
        if (auto.get() && (last == null || !clock.instant().isBefore(last.plus(AUTO)))) {
            refresh();
        }
    }

    /** The limits that the filter lets through; empty until they came. */
    List<OrgLimit> shown() {
        List<OrgLimit> all = limits.get();
        String words = filter.get().strip().toLowerCase(Locale.ROOT);
        return all == null
                ? List.of()
                : all.stream()
                        .filter(limit -> (limit.label() + " " + limit.name())
                                .toLowerCase(Locale.ROOT)
                                .contains(words))
                        .toList();
    }

    /** What to warn of; empty if there is nothing. */
    Optional<Warning> warning() {
        UsePicture picture = use.get();
        return picture == null
                ? Optional.empty()
                : picture.latest()
                        .flatMap(told -> Warning.of(told, picture.runsOut(), picture.ofTheDay(), clock.getZone()));
    }

    Clock clock() {
        return clock;
    }

    @Override
    public void close() {
        subscription.close();
        cancel();
        reading.cancel();
    }

    private static Problem problem(Exception failure) {
        if (failure instanceof SalesforceException.Refused refused && refused.status() == 403) {
            return new Problem(
                    refused.errorCode(),
                    refused.text(),
                    refused.errorCode().equals("REQUEST_LIMIT_EXCEEDED")
                            ? "Salesforce refuses all requests until some of the day's are 24 hours old. It said: "
                                    + refused.errorCode() + "."
                            : "Reading limits needs the permission View Setup and Configuration. Salesforce said: "
                                    + refused.errorCode() + ".");
        }
        return Problem.of(failure);
    }

    private void told(List<OrgLimit> now) {
        loading.set(false);
        problem.set(null);
        asked.set(clock.instant());
        readUse();
        limits.set(now.stream()
                .sorted(Comparator.comparing(OrgLimit::share)
                        .reversed()
                        .thenComparing(limit -> !limit.isLimited())
                        .thenComparing(OrgLimit::label))
                .toList());
    }

    private void showFirst(Optional<LastAnswer> newest) {
        if (lastAnswer.get() == null) {
            newest.ifPresent(lastAnswer::set);
        }
    }

    private void take(List<Exchange> counted) {
        stale = true;
        Exchange newest = counted.getLast();
        Optional<ApiUse> told = newest.apiUse();
        told.ifPresent(api -> lastAnswer.set(LastAnswer.of(newest, api)));
    }
}
