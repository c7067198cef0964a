package dev.orgbench.app;

import dev.orgbench.gateway.Offer;
import dev.orgbench.salesforce.OrgConnection;
import dev.orgbench.trace.Trace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the faults of a person's definitions and prompts as they come up. A faulty file's tools are away, and without a
 * window nothing else says why. A fault that was mended and comes back is told again.
 */
final class FaultWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FaultWatch.class);

    private final Offer offer;
    private final OrgConnection org;
    private final Path data;
    private final Consumer<String> listener;
    private final Trace.Subscription changes;
    private Set<String> last;

    /**
     * @param data the data folder
     * @param told what has been told already, in the words of {@link #ofTools}
     * @param listener gets a line for each; on a thread of its own when files have changed
     */
    FaultWatch(Offer offer, OrgConnection org, Path data, List<String> told, Consumer<String> listener) {
        this.offer = offer;
        this.org = org;
        this.data = data;
        this.listener = listener;
        this.last = Set.copyOf(told);
        this.changes = offer.tools().onChange(this::look);
        look();
    }

    /** What is wrong with the definitions of tools now, a line each. */
    static List<String> ofTools(Offer offer) {
        return offer.tools().problems().stream()
                .map(problem -> "A tool definition is faulty: " + problem)
                .toList();
    }

    private List<String> ofPrompts() {
        Path own = ToolFiles.prompts(data);
        // The bundled ones have none but that a tool of theirs is away, which was told of the tool.
        return offer.prompts().problems(org).stream()
                .filter(problem -> Files.exists(own.resolve(problem.file())))
                .map(problem -> "A prompt definition is faulty: " + problem)
                .toList();
    }

    private synchronized void look() {
        Set<String> now = new LinkedHashSet<>();
        Stream.of(ofTools(offer), ofPrompts()).forEach(now::addAll);
        for (String fault : now) {
            if (!last.contains(fault)) {
                log.warn(fault);
                listener.accept(fault);
            }
        }
        last = now;
    }

    @Override
    public void close() {
        changes.close();
    }
}
