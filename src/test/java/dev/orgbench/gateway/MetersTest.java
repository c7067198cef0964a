package dev.orgbench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MetersTest {
    private final Meters meters = new Meters();

    @Test
    void callsAreCountedByServerToolAndOutcome_andTimed() {
        meters.called("mcp-1", "list_all", Meters.Outcome.SUCCESS, Duration.ofMillis(5));
        meters.called("mcp-1", "list_all", Meters.Outcome.ERROR, Duration.ofMillis(300));
        meters.called("mcp-1", "list_all", Meters.Outcome.SUCCESS, Duration.ofMinutes(2));
        meters.called("mcp-1", "", Meters.Outcome.UNKNOWN_TOOL, Duration.ZERO);
        assertThat(text().lines())
                .contains(
                        "orgbench_tool_calls_total{server=\"mcp-1\",tool=\"list_all\",outcome=\"success\"} 2",
                        "orgbench_tool_calls_total{server=\"mcp-1\",tool=\"list_all\",outcome=\"error\"} 1",
                        "orgbench_tool_calls_total{server=\"mcp-1\",tool=\"\",outcome=\"unknown_tool\"} 1",
                        "orgbench_tool_call_duration_seconds_bucket{server=\"mcp-1\",tool=\"list_all\",le=\"0.005\"} 1",
                        "orgbench_tool_call_duration_seconds_bucket{server=\"mcp-1\",tool=\"list_all\",le=\"0.25\"} 1",
                        "orgbench_tool_call_duration_seconds_bucket{server=\"mcp-1\",tool=\"list_all\",le=\"0.5\"} 2",
                        "orgbench_tool_call_duration_seconds_bucket{server=\"mcp-1\",tool=\"list_all\",le=\"60.0\"} 2",
                        "orgbench_tool_call_duration_seconds_bucket{server=\"mcp-1\",tool=\"list_all\",le=\"+Inf\"} 3",
                        "orgbench_tool_call_duration_seconds_sum{server=\"mcp-1\",tool=\"list_all\"} 120.305",
                        "orgbench_tool_call_duration_seconds_count{server=\"mcp-1\",tool=\"list_all\"} 3");
        meters.forget("mcp-1");
        assertThat(text()).doesNotContain("mcp-1");
    }

    @Test
    void openStreamsAreThoseThatAreNotClosed() {
        Ceilings.Entry first = meters.streamOpened("mcp-1");
        meters.streamOpened("mcp-1");
        assertThat(text()).contains("orgbench_open_streams{server=\"mcp-1\"} 2\n");
        first.close();
        assertThat(text()).contains("orgbench_open_streams{server=\"mcp-1\"} 1\n");
    }

    @Test
    void aLabelCannotBreakTheText() {
        PrometheusText text = new PrometheusText();
        text.sample("a", 1, "b", "x\"y\\z\n# HELP");
        assertThat(text.toString()).isEqualTo("a{b=\"x\\\"y\\\\z\\n# HELP\"} 1\n");
    }

    private String text() {
        PrometheusText text = new PrometheusText();
        meters.write(text);
        return text.toString();
    }
}
