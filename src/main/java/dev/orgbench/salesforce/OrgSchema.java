package dev.orgbench.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.soql.schema.Lookup;
import dev.orgbench.soql.schema.ObjectSchema;
import dev.orgbench.soql.schema.ObjectSummary;
import dev.orgbench.soql.schema.Schema;
import dev.orgbench.trace.Trace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What an org's describes tell, each asked for in the background the first time that someone wants it. Asking never
 * blocks. What was learnt is kept until {@link #refresh}; what could not be had is asked for again after a while. Safe
 * for use by several threads.
 */
public final class OrgSchema implements Schema, AutoCloseable {
    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(20);
    /** A key that no object has. */
    private static final String LIST = "";

    private final Salesforce org;
    private final InstantSource clock;
    private final ExecutorService loaders = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, ObjectSchema> described = new HashMap<>();
    private final Map<String, Instant> asked = new HashMap<>();
    private @Nullable Map<String, ObjectSummary> summaries;
    private @Nullable SalesforceException failure;
    /** Counts refreshes, so that an answer from before one is not kept after it. */
    private int generation;

    /** @param org whose recording sees the describes */
    public OrgSchema(Salesforce org, InstantSource clock) {
        this.org = org;
        this.clock = clock;
    }

    /** Calls {@code listener} each time that more is known, on a thread of this schema: it must be quick. */
    public Trace.Subscription onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Why the last describe could not be had; empty once one could. */
    public synchronized Optional<SalesforceException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Forgets everything: the org's metadata was changed. */
    public void refresh() {
        synchronized (this) {
            generation++;
            described.clear();
            asked.clear();
            summaries = null;
            failure = null;
        }
        listeners.forEach(Runnable::run);
    }

    @Override
    public synchronized Lookup<List<ObjectSummary>> objects() {
        if (summaries != null) {
            return new Lookup.Found<>(List.copyOf(summaries.values()));
        }
        load(LIST, this::loadList);
        return new Lookup.Pending<>();
    }

    @Override
    public synchronized Lookup<ObjectSchema> object(String name) {
        String key = key(name);
        ObjectSchema known = described.get(key);
        if (known != null) {
            return new Lookup.Found<>(known);
        }
        if (summaries == null) {
            load(LIST, this::loadList);
            return new Lookup.Pending<>();
        }
        ObjectSummary summary = summaries.get(key);
        if (summary == null) {
            return new Lookup.Absent<>();
        }
        load(key, () -> loadObject(key, summary));
        return new Lookup.Pending<>();
    }

    private void load(String key, Loader loader) {
        Instant now = clock.instant();
        Instant last = asked.get(key);
        boolean due = last == null || last.plus(BEFORE_NEXT_TRY).isBefore(now);
        if (due && !loaders.isShutdown()) {
            asked.put(key, now);
            int begun = generation;
            try {
                loaders.execute(() -> run(begun, loader));
            } catch (RejectedExecutionException closed) {
                // Closed between the question and here: nobody waits for the answer.
                asked.remove(key);
            }
        }
    }

    private void run(int begun, Loader loader) {
        try {
            Runnable keep = loader.load();
            synchronized (this) {
                if (begun != generation) {
                    return;
                }
                failure = null;
                keep.run();
            }
        } catch (SalesforceException e) {
            synchronized (this) {
                if (begun != generation || loaders.isShutdown()) {
                    return;
                }
                failure = e;
            }
        }
        listeners.forEach(Runnable::run);
    }

    private Runnable loadList() throws SalesforceException {
        Map<String, ObjectSummary> byKey = new TreeMap<>();
        for (JsonNode object : org.describeGlobal().path("sobjects")) {
            ObjectSummary summary = DescribedSchema.summary(object);
            byKey.put(key(summary.name()), summary);
        }
        return () -> summaries = byKey;
    }

    private Runnable loadObject(String key, ObjectSummary summary) throws SalesforceException {
        ObjectSchema schema = DescribedSchema.of(org.describe(summary.name()));
        return () -> described.put(key, schema);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Ends what is being asked. */
    @Override
    public void close() {
        listeners.clear();
        loaders.shutdownNow();
    }

    /** Asks the org, and returns how to keep its answer. */
    @FunctionalInterface
    private interface Loader {
        Runnable load() throws SalesforceException;
    }
}
