package dev.orgbench.tools;

import dev.orgbench.salesforce.Describes;
import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.Salesforce;
import dev.orgbench.salesforce.SalesforceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The objects that a server pins, as far as the org has them and answers; otherwise as they were when it last did. */
final class Pinned {
    private static final Logger log = LoggerFactory.getLogger(Pinned.class);
    /** An org that does not answer holds up the other tools no longer than this, once for all and once for the rest. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Salesforce org;
    private final @Nullable Describes now;
    private final Set<String> names = new LinkedHashSet<>();
    private final List<String> unknown = new ArrayList<>();

    private Pinned(Salesforce org, @Nullable Describes now, Collection<String> wanted) {
        this.org = org;
        this.now = now;
        for (String each : wanted) {
            spelled(each).ifPresentOrElse(names::add, () -> unknown.add(each));
        }
    }

    /** @param wanted API names in any case */
    static Pinned ask(Salesforce org, Collection<String> wanted) {
        FutureTask<Describes> question = new FutureTask<>(org::describes);
        Thread.ofVirtual().start(question);
        try {
            return new Pinned(org, question.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS), wanted);
        } catch (InterruptedException left) {
            question.cancel(true);
            Thread.currentThread().interrupt();
        } catch (TimeoutException slow) {
            question.cancel(true);
            log.warn(
                    "{} does not say what objects it has; its pinned objects are as they were",
                    org.org().orgName());
        } catch (ExecutionException failed) {
            log.warn(
                    "{} cannot be asked for its objects; the pinned ones are as they were: {}",
                    org.org().orgName(),
                    failed.getCause() instanceof SalesforceException told ? told.text() : String.valueOf(failed));
        }
        return new Pinned(org, null, wanted);
    }

    /** Whether the org answered. */
    boolean isKnown() {
        return now != null;
    }

    /** Those that it has, as it spells them. */
    Set<String> names() {
        return names;
    }

    /** Those that it has not, as they were pinned. */
    List<String> unknown() {
        return unknown;
    }

    /** The API names and labels of all objects; none if the org did not answer. */
    Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        if (now != null) {
            now.objects()
                    .forEach(object -> labels.put(
                            object.path("name").asText(), object.path("label").asText()));
        }
        return labels;
    }

    /** By name; without those that cannot be had. */
    Map<String, ObjectDescribe> describes(Collection<String> asked) {
        List<ObjectDescribe> describes = now != null
                ? now.describe(asked, LONGEST)
                : asked.stream()
                        .flatMap(name -> org.lastDescribe(name).stream())
                        .toList();
        Map<String, ObjectDescribe> byName = new LinkedHashMap<>();
        describes.forEach(describe -> byName.put(describe.name(), describe));
        if (byName.size() < asked.size()) {
            log.warn(
                    "Not all pinned objects of {} can be described: {} of {}",
                    org.org().orgName(),
                    byName.size(),
                    asked.size());
        }
        return byName;
    }

    private Optional<String> spelled(String name) {
        return now != null
                ? now.object(name).map(object -> object.path("name").asText())
                : org.lastDescribe(name).map(ObjectDescribe::name);
    }
}
