package dev.orgbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgbench.app.Orgbench;
import dev.orgbench.app.Settings;
import dev.orgbench.gateway.McpServer;
import dev.orgbench.salesforce.Salesforce;
import dev.orgbench.tools.Terms;
import dev.orgbench.tools.ToolCatalogue;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it costs to make the tools of 50 pinned objects for every list, the question to the org included. */
@Tag("bench")
class PinnedObjectsBench {
    private static final int PINNED = 50;
    private static final int WARM_UP = 200;
    private static final int RUNS = 300;
    private static final double WARM_UP_SECONDS = 8;
    private static final double RUN_SECONDS = 5;
    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";

    @TempDir
    Path data;

    @Test
    void listsOfTools() throws Exception {
        try (Orgbench orgbench = Orgbench.start(new Settings(data, 0, 0), Clock.system(ZoneId.systemDefault()))) {
            List<String> pinned = objects(orgbench.org().connection().as(exchange -> {}));
            McpServer.Config config =
                    McpServer.Config.EVERYTHING.draft().pinnedObjects(pinned).config();
            Terms terms = config.terms("bench");
            ToolCatalogue catalogue = orgbench.offer().tools();
            // Within the second of the last change the org's own word on it is not trusted.
            Thread.sleep(1_100);
            List<Long> made = time(() -> catalogue.resolve(orgbench.org().connection(), terms));
            Median.print("tools of 50 pinned objects made", "us", made);
            List<Long> found =
                    time(() -> catalogue.find(orgbench.org().connection(), terms, "create_a_salesforce_contact"));
            Median.print("one of them found", "us", found);
            String token = orgbench.servers()
                    .create(orgbench.orgId(), "Pinned", config, null)
                    .token();
            Load list = Load.posting(orgbench.gateway().url(token), LIST, 1);
            list.run(WARM_UP_SECONDS);
            Load.Result listed = list.run(RUN_SECONDS);
            System.out.printf(
                    "%-60s %,8d us at the median, p99 %,d us%n",
                    "tools/list with 50 pinned objects, over HTTP", listed.median(), listed.p99());
            assertThat(Median.of(made)).as("microseconds").isLessThan(10_000);
        }
    }

    private static List<String> objects(Salesforce salesforce) throws Exception {
        for (int i = 0; i < PINNED; i++) {
            JsonNode metadata = JsonNodeFactory.instance
                    .objectNode()
                    .put("label", "Thing " + i)
                    .put("pluralLabel", "Things " + i)
                    .put("deploymentStatus", "Deployed")
                    .put("sharingModel", "ReadWrite")
                    .set(
                            "nameField",
                            JsonNodeFactory.instance
                                    .objectNode()
                                    .put("type", "Text")
                                    .put("label", "Name"));
            salesforce.toolingCreate(
                    "CustomObject",
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("FullName", "Thing_" + i + "__c")
                            .set("Metadata", metadata));
        }
        List<String> writable = StreamSupport.stream(
                        salesforce.describeGlobal().path("sobjects").spliterator(), false)
                .filter(object -> object.path("createable").asBoolean())
                .map(object -> object.path("name").asText())
                .limit(PINNED)
                .toList();
        assertThat(writable).hasSize(PINNED);
        return writable;
    }

    private static List<Long> time(Work work) throws Exception {
        List<Long> micros = new ArrayList<>();
        for (int run = 0; run < WARM_UP + RUNS; run++) {
            long from = System.nanoTime();
            work.run();
            if (run >= WARM_UP) {
                micros.add((System.nanoTime() - from) / 1_000);
            }
        }
        return micros;
    }

    /** What is timed. */
    @FunctionalInterface
    private interface Work {
        Object run() throws Exception;
    }
}
