package dev.orgbench.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * An org's objects as they are now. The org was asked once for all of them; a describe is asked for only if something
 * has changed since it was read, and then {@link ObjectDescribe#json} is the node of before unless this object itself
 * changed. Used by one thread.
 */
public final class Describes {
    /** Salesforce lets so many long requests of an org run at once. ("API Request Limits and Allocations".) */
    private static final int AT_ONCE = 20;

    private final Salesforce org;
    private final VouchedDescribes vouched;
    private final JsonNode global;
    private final Map<String, JsonNode> byLowerName = new LinkedHashMap<>();

    Describes(Salesforce org, VouchedDescribes vouched, JsonNode global) {
        this.org = org;
        this.vouched = vouched;
        this.global = global;
        global.path("sobjects")
                .forEach(object -> byLowerName.put(object.path("name").asText().toLowerCase(Locale.ROOT), object));
    }

    /** The objects as the global describe tells them, in its order. Shared, not to be changed. */
    public Collection<JsonNode> objects() {
        return byLowerName.values();
    }

    /** One of them; as in Salesforce, case does not matter. */
    public Optional<JsonNode> object(String name) {
        return Optional.ofNullable(byLowerName.get(name.toLowerCase(Locale.ROOT)));
    }

    /** One object's describe. */
    public ObjectDescribe describe(String name) throws SalesforceException {
        Optional<ObjectDescribe> known = vouched.find(name, global);
        return known.isPresent() ? known.get() : vouched.keep(name, org.describeJson(name), global);
    }

    /**
     * Several describes, asked for side by side, in the order of {@code names}.
     *
     * @param longest how long to wait for all of them
     * @return without those that could not be had, and of which none was kept. Interrupting the thread cancels what is
     *     still under way
     */
    public List<ObjectDescribe> describe(Collection<String> names, Duration longest) {
        List<ObjectDescribe> describes = new ArrayList<>();
        Map<String, Future<ObjectDescribe>> asked = ask(names, longest);
        for (String name : names) {
            Future<ObjectDescribe> future = asked.get(name);
            Optional<ObjectDescribe> described =
                    future == null ? vouched.find(name, global) : result(future).or(() -> vouched.last(name));
            described.ifPresent(describes::add);
        }
        return describes;
    }

    private Map<String, Future<ObjectDescribe>> ask(Collection<String> names, Duration longest) {
        List<String> unknown = names.stream()
                .distinct()
                .filter(name -> vouched.find(name, global).isEmpty())
                .toList();
        if (unknown.isEmpty()) {
            return Map.of();
        }
        Semaphore turns = new Semaphore(AT_ONCE);
        List<Callable<ObjectDescribe>> questions = unknown.stream()
                .<Callable<ObjectDescribe>>map(name -> () -> {
                    turns.acquire();
                    try {
                        return describe(name);
                    } finally {
                        turns.release();
                    }
                })
                .toList();
        Map<String, Future<ObjectDescribe>> asked = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ObjectDescribe>> answers =
                    threads.invokeAll(questions, longest.toMillis(), TimeUnit.MILLISECONDS);
            for (int i = 0; i < answers.size(); i++) {
                asked.put(unknown.get(i), answers.get(i));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return asked;
    }

    private static Optional<ObjectDescribe> result(Future<ObjectDescribe> answer) {
        try {
            return Optional.of(answer.get());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | CancellationException failed) {
            // Recorded with its exchange; the caller sees what is missing.
            return Optional.empty();
        }
    }
}
