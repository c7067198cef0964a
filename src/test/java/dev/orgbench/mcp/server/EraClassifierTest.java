package dev.orgbench.mcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orgbench.mcp.Era;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EraClassifierTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The envelopes that the table names. */
    private enum Envelope {
        NONE(""),
        OTHER_META("\"progressToken\":1"),
        MODERN("\"%s\":\"2026-07-28\",\"%s\":{}"),
        LATER("\"%s\":\"2027-01-01\",\"%s\":{}"),
        LEGACY("\"%s\":\"2025-11-25\",\"%s\":{}"),
        NO_CAPABILITIES("\"%1$s\":\"2026-07-28\""),
        VERSION_A_NUMBER("\"%s\":20260728,\"%s\":{}"),
        CAPABILITIES_A_LIST("\"%s\":\"2026-07-28\",\"%s\":[]");

        private final String members;

        Envelope(String members) {
            this.members = members.formatted(EraClassifier.VERSION_KEY, EraClassifier.CAPABILITIES_KEY);
        }

        String params() {
            return this == NONE ? "{}" : "{\"_meta\":{" + members + "}}";
        }
    }

    @ParameterizedTest(name = "{0} with envelope {1}, headers {2} and {3}: {4} {5}")
    @CsvSource(
            nullValues = "-",
            value = {
                // no claim, no modern header: legacy
                "tools/list,  NONE,                -,          -,          LEGACY, -",
                "tools/list,  OTHER_META,          2025-11-25, -,          LEGACY, -",
                "tools/list,  NONE,                banana,     -,          LEGACY, -",
                "tools/list,  NONE,                2025-06-18, tools/call, LEGACY, -",
                // initialize is a legacy handshake unless it carries a sound modern envelope
                "initialize,  NONE,                -,          -,          LEGACY, -",
                "initialize,  NONE,                2025-11-25, -,          LEGACY, -",
                "initialize,  NONE,                2026-07-28, -,          LEGACY, -32020",
                "initialize,  NO_CAPABILITIES,     -,          -,          LEGACY, -",
                "initialize,  LEGACY,              -,          -,          LEGACY, -",
                "initialize,  MODERN,              2026-07-28, -,          MODERN, -",
                // a claim is modern, and checked
                "tools/list,  MODERN,              2026-07-28, tools/list, MODERN, -",
                "tools/list,  MODERN,              -,          -,          MODERN, -",
                "tools/list,  LATER,               2027-01-01, -,          MODERN, -",
                "tools/list,  LEGACY,              -,          -,          MODERN, -",
                "tools/list,  NO_CAPABILITIES,     2026-07-28, -,          MODERN, -32602",
                "tools/list,  VERSION_A_NUMBER,    -,          -,          MODERN, -32602",
                "tools/list,  CAPABILITIES_A_LIST, -,          -,          MODERN, -32602",
                "tools/list,  MODERN,              2025-11-25, -,          MODERN, -32020",
                "tools/list,  MODERN,              2027-01-01, -,          MODERN, -32020",
                "tools/list,  MODERN,              2026-07-28, tools/call, MODERN, -32020",
                "tools/list,  MODERN,              2026-07-28, Tools/List, MODERN, -32020",
                // a modern header without a claim is never served as legacy
                "tools/list,  NONE,                2026-07-28, -,          MODERN, -32602",
                "tools/list,  OTHER_META,          2026-07-28, -,          MODERN, -32602",
                "tools/list,  NONE,                2027-01-01, -,          MODERN, -32602",
                // a notification needs no envelope, but one that it has must be sound
                "notifications/cancelled, NONE,             -,          -, LEGACY, -",
                "notifications/cancelled, NONE,             2026-07-28, -, MODERN, -",
                "notifications/cancelled, NO_CAPABILITIES,  2026-07-28, -, MODERN, -",
                "notifications/cancelled, VERSION_A_NUMBER, 2026-07-28, -, MODERN, -32602",
                "notifications/cancelled, MODERN,           2025-11-25, -, MODERN, -32020"
            })
    void theBodyDecidesAndTheHeadersAreCheckedAgainstIt(
            String method,
            Envelope envelope,
            @Nullable String versionHeader,
            @Nullable String methodHeader,
            Era era,
            @Nullable Integer fault)
            throws Exception {
        String id = method.startsWith("notifications/") ? "" : "\"id\":1,";
        String body =
                "{\"jsonrpc\":\"2.0\",%s\"method\":\"%s\",\"params\":%s}".formatted(id, method, envelope.params());
        EraClassifier.Verdict verdict = EraClassifier.classify(
                (Message.Addressed) Message.of(JSON.readTree(body)),
                new ProtocolHeaders(versionHeader, methodHeader, null));
        assertThat(verdict.era()).isEqualTo(era);
        assertThat(verdict.fault() == null ? null : verdict.fault().code()).isEqualTo(fault);
    }
}
