package dev.orgbench.bench;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the demo org's query engine costs beside SQLite alone, on a million opportunities. Printed, not asserted. */
@Tag("bench")
class QueryBench {
    @Test
    void soqlBesideTheSameSql() throws Exception {
        OwnProcess.print(QueryBenchRun.class, List.of("-Xmx1g", "-XX:+UseSerialGC"), "1000000");
    }
}
