package dev.orgbench.ui.soql;

import dev.orgbench.salesforce.OrgRequest;
import dev.orgbench.salesforce.Salesforce;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.soql.Soql;
import dev.orgbench.soql.schema.Schema;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Drafts;
import dev.orgbench.ui.kit.Problem;
import dev.orgbench.ui.kit.grid.GridColumn;
import dev.orgbench.ui.kit.grid.GridModel;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** What one tab asks the org, and what came of it. Screen's thread only. */
final class QueryRun {
    private final Salesforce org;
    private final Schema schema;
    private final Background background;
    private final Consumer<HistoryEntry> done;
    private final GridModel grid;
    private final KeptChanges kept;
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<dev.orgbench.soql.@Nullable Problem> refusal = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<PlanState> plan = new ReadOnlyObjectWrapper<>(new PlanState.None());
    private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper("");
    private @Nullable Asked asked;
    private @Nullable Problem held;
    private String planned = "";
    private Background.Job planning = Background.Job.NONE;
    private Background.Job describing = Background.Job.NONE;

    /** @param draft the name under which changes that are not sent are kept */
    QueryRun(
            Salesforce org,
            Schema schema,
            Background background,
            Consumer<HistoryEntry> done,
            Drafts drafts,
            String draft) {
        this.org = org;
        this.schema = schema;
        this.background = background;
        this.done = done;
        this.grid = new GridModel(background);
        this.kept = new KeptChanges(drafts, draft, grid);
        grid.stateProperty().addListener((property, before, now) -> {
            if (before instanceof GridModel.State.Loading) {
                answered(now);
            }
            tell();
        });
        plan.addListener((property, before, now) -> tell());
        grid.changedProperty().addListener((property, before, now) -> release());
        kept.waitingProperty().addListener((property, before, now) -> release());
    }

    private void release() {
        if (grid.changedProperty().get() == 0
                && kept.waitingProperty().get() == 0
                && held != null
                && held.equals(problem.get())) {
            problem.set(null);
        }
    }

    /** A query on its way, or answered. */
    private record Asked(String soql, int offset, QueryMode mode, QuerySource source, ColumnPlan columns) {}

    /** The plan of a query. */
    sealed interface PlanState {
        record None() implements PlanState {}

        record Loading() implements PlanState {}

        record Known(QueryPlan plan) implements PlanState {}

        record Failed(Problem problem) implements PlanState {}
    }

    /** Changes that were not sent. */
    KeptChanges kept() {
        return kept;
    }

    GridModel grid() {
        return grid;
    }

    /** What the org said against the last query; null if nothing. */
    ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Where in the editor that is. */
    ReadOnlyObjectProperty<dev.orgbench.soql.@Nullable Problem> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<PlanState> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** {@code 9 of 1,204 rows · 23 ms · index on StageName, cost 0.42}. */
    ReadOnlyStringProperty factsProperty() {
        return facts.getReadOnlyProperty();
    }

    boolean isRunning() {
        return grid.stateProperty().get() instanceof GridModel.State.Loading;
    }

    /** The query that the rows are the answer of; empty before any ran. */
    String ran() {
        return asked == null ? "" : asked.soql();
    }

    /**
     * Runs a query; what was under way is dropped.
     *
     * @param offset where it begins in the editor
     */
    void run(String soql, int offset, QueryMode mode) {
        if (!holdsChanges()) {
            start(soql, offset, mode);
        }
    }

    /** Runs the query of an earlier run again, whose changed cells were not sent, and changes the same cells. */
    void putBack() {
        KeptChanges.Query of = kept.query();
        if (grid.changedProperty().get() == 0) {
            start(of.soql(), of.offset(), of.mode());
        }
    }

    private void start(String soql, int offset, QueryMode mode) {
        describing.cancel();
        problem.set(null);
        refusal.set(null);
        if (soql.isBlank()) {
            problem.set(new Problem(
                    null, "There is no query yet.", "Write one, as SELECT Id, Name FROM Account, and run it again."));
            return;
        }
        if (!planned.equals(soql)) {
            hidePlan();
        }
        QuerySource source = new QuerySource(org, soql, mode);
        ColumnPlan columns = new ColumnPlan(Soql.read(soql).query(), schema);
        asked = new Asked(soql, offset, mode, source, columns);
        kept.of(new KeptChanges.Query(soql, offset, mode));
        grid.show(source, columns::columns);
    }

    /** Whether cells are changed that were not sent, which would be lost with the rows; says so then. */
    boolean holdsChanges() {
        int cells = grid.changedProperty().get();
        int waiting = kept.waitingProperty().get();
        if (waiting > 0) {
            held = new Problem(
                    null,
                    waiting == 1
                            ? "1 cell that was changed earlier is not sent."
                            : waiting + " cells that were changed earlier are not sent.",
                    "Choose Put back or Forget them, then try again.");
            problem.set(held);
        } else if (cells > 0) {
            held = new Problem(
                    null,
                    cells == 1
                            ? "1 cell is changed and not sent; the change would be lost."
                            : cells + " cells are changed and not sent; the changes would be lost.",
                    "Choose Review or Discard below the rows, then try again.");
            problem.set(held);
        }
        return cells + waiting > 0;
    }

    /** Stops what is under way; tells whether anything was. */
    boolean cancel() {
        boolean stopped = grid.cancel();
        if (plan.get() instanceof PlanState.Loading) {
            planning.cancel();
            plan.set(new PlanState.None());
            stopped = true;
        }
        return stopped;
    }

    /** Asks how the org would run a query. */
    void explain(String soql, QueryMode mode) {
        planning.cancel();
        plan.set(new PlanState.Loading());
        planned = soql;
        String path = "/services/data/v" + org.org().apiVersion() + (mode.tooling() ? "/tooling/query" : "/query");
        planning = background.run(
                () -> QueryPlan.of(org.send(OrgRequest.get(path).withQuery("explain", soql))),
                found -> plan.set(new PlanState.Known(found)),
                failure -> plan.set(new PlanState.Failed(Problem.of(failure))));
    }

    void hidePlan() {
        planning.cancel();
        plan.set(new PlanState.None());
    }

    void close() {
        describing.cancel();
        planning.cancel();
        grid.close();
    }

    private void answered(GridModel.State state) {
        Asked of = asked;
        if (of == null) {
            return;
        }
        if (state instanceof GridModel.State.Failed failed) {
            Problem said = failed.problem();
            refusal.set(Refusal.in(said.message(), of.soql(), of.offset()).orElse(null));
            problem.set(plain(said));
            done.accept(
                    new HistoryEntry(Instant.now(), of.soql(), -1, of.source().tookMillis()));
        } else if (state instanceof GridModel.State.Shown shown) {
            done.accept(new HistoryEntry(
                    Instant.now(),
                    of.soql(),
                    Math.max(shown.total(), shown.loaded()),
                    of.source().tookMillis()));
            if (shown.loaded() > 0) {
                describe(of);
            }
        }
    }

    /** Salesforce puts the line at fault into its message; here it belongs into the code font. */
    private static Problem plain(Problem said) {
        String message = said.message();
        int place = message.indexOf("ERROR at Row:");
        if (place < 0) {
            return said;
        }
        String excerpt = message.substring(0, place).stripTrailing();
        String rest = message.substring(place).replaceFirst("ERROR at Row:(\\d+):Column:(\\d+)\\s*", "");
        String where =
                message.substring(place).replaceFirst("(?s)ERROR at Row:(\\d+):Column:(\\d+).*", "Row $1, column $2: ");
        return new Problem(
                said.code(), where + rest, excerpt.isBlank() ? null : excerpt.replaceFirst("^\\n+", ""), said.advice());
    }

    private void tell() {
        StringJoiner words = new StringJoiner(" · ");
        Asked of = asked;
        if (of != null && grid.stateProperty().get() instanceof GridModel.State.Shown shown) {
            words.add(
                    shown.total() > shown.loaded()
                            ? String.format(Locale.ROOT, "%,d of %,d rows", shown.loaded(), shown.total())
                            : String.format(
                                    Locale.ROOT, "%,d %s", shown.loaded(), shown.loaded() == 1 ? "row" : "rows"));
            words.add(String.format(Locale.ROOT, "%,d ms", of.source().tookMillis()));
            if (!of.mode().words().isEmpty()) {
                words.add(of.mode().words());
            }
            if (plan.get() instanceof PlanState.Known known && planned.equals(of.soql())) {
                words.add(known.plan().words());
            }
        }
        facts.set(words.toString());
    }

    /** Types and what may be changed come a moment after the rows, so that the rows need not wait. */
    private void describe(Asked of) {
        String object = of.columns().object().orElse(null);
        if (object == null || of.mode().tooling()) {
            return;
        }
        List<GridColumn> columns = List.copyOf(grid.columns());
        describing =
                background.run(() -> of.columns().typed(columns, org.describe(object)), grid::describe, failure -> {
                    // The rows stand without; what is wrong with the org shows at the next request that a person makes.
                    if (!(failure instanceof SalesforceException)) {
                        Problem.of(failure);
                    }
                });
    }
}
