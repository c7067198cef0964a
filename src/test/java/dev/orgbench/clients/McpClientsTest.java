package dev.orgbench.clients;

import dev.orgbench.RunningOrgbench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The MCP clients of others, unmodified, against a running Orgbench: each script under {@code src/test/clients/mcp} holds
 * its checks, and its exit code is the verdict.
 */
@Tag("clients")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class McpClientsTest {
    private final Path data;
    private final RunningOrgbench orgbench;

    McpClientsTest(@TempDir Path data) throws IOException {
        this.data = data;
        orgbench = RunningOrgbench.start(data);
    }

    @AfterAll
    void stop() throws IOException {
        orgbench.close();
    }

    @TestFactory
    Stream<DynamicTest> mcpClientsWorkUnmodified() throws IOException {
        return new ClientScripts(
                        data,
                        Map.of(
                                "ORGBENCH_MCP_URL", orgbench.told("mcp_url"),
                                "ORGBENCH_MANAGEMENT_URL", orgbench.told("management_url"),
                                "ORGBENCH_MANAGEMENT_TOKEN", orgbench.told("management_token"),
                                "ORGBENCH_ORG_ID", orgbench.told("org_id")))
                .in("mcp", Set.of("orgbench.mjs", "client.mjs"));
    }
}
