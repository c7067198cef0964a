package dev.orgbench.clients;

import dev.orgbench.demo.DemoOrg;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
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
 * Salesforce's own clients, unmodified, against the demo org: each script under {@code src/test/clients/jsforce} and
 * {@code src/test/clients/sf} holds its checks, and its exit code is the verdict.
 */
@Tag("clients")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SalesforceClientsTest {
    private final Path data;
    private final DemoOrg org;

    SalesforceClientsTest(@TempDir Path data) throws IOException {
        this.data = data;
        org = DemoOrg.start(data.resolve("demo.db"), 0, Clock.systemUTC());
    }

    @AfterAll
    void stop() {
        org.close();
    }

    @TestFactory
    Stream<DynamicTest> jsforceWorksUnmodified() throws IOException {
        return scripts().in("jsforce", Set.of("connection.mjs"));
    }

    @TestFactory
    Stream<DynamicTest> theSalesforceCliWorksUnmodified() throws IOException {
        return scripts().in("sf", Set.of("cli.mjs"));
    }

    private ClientScripts scripts() {
        return new ClientScripts(
                data,
                Map.of(
                        "DEMO_ORG_URL", org.uri().toString(),
                        "DEMO_ORG_TOKEN", org.accessToken(),
                        "DEMO_ORG_USER", org.userName(),
                        "DEMO_ORG_PASSWORD", org.password(),
                        "DEMO_ORG_CLIENT_ID", org.clientId(),
                        "DEMO_ORG_CLIENT_SECRET", org.clientSecret()));
    }
}
