package dev.orgbench.mcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginPolicyTest {
    private final OriginPolicy policy = new OriginPolicy("calm-river.trycloudflare.com"::equals);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,                                      127.0.0.1:7420",
                "-,                                      localhost",
                "-,                                      [::1]:7420",
                "-,                                      LOCALHOST:1",
                "-,                                      calm-river.trycloudflare.com",
                "http://localhost:6274,                  127.0.0.1:7420",
                "http://127.0.0.1,                       127.0.0.1:7420",
                "https://[::1]:8443,                     [::1]:7420",
                "https://calm-river.trycloudflare.com,   calm-river.trycloudflare.com:443"
            })
    void thisMachineAndTheTunnelsThatAreUpMayPass(@Nullable String origin, @Nullable String host) {
        assertThat(policy.refusal(origin, host)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "", "evil.example", "evil.example:7420", "127.0.0.1.evil.example", "localhost.evil.example",
                        "localhost@evil.example",
                "localhost:80@evil.example", "127.0.0.1:port", "127.0.0.1, evil.example", "127.0.0.2", "0.0.0.0",
                        "[::2]",
                "trycloudflare.com", "other.trycloudflare.com", "localhost/", "http://localhost"
            })
    void otherHostsMayNot(@Nullable String host) {
        assertThat(policy.refusal(null, host)).get().asString().contains("Host is not allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "null", "https://evil.example", "http://localhost.evil.example", "http://localhost@evil.example",
                "file://localhost", "vscode-webview://localhost", "localhost:6274", "http://", "http://localhost/path",
                "http://localhost http://evil.example"
            })
    void otherOriginsMayNot(String origin) {
        assertThat(policy.refusal(origin, "127.0.0.1:7420")).get().asString().contains("Origin is not allowed");
    }
}
