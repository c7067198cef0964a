package dev.orgbench.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ServerUrlTest {
    private static final ServerUrl URL =
            new ServerUrl(URI.create("http://127.0.0.1:7420/mcp/9f3c2a7d41b85e06aa17c9d2b4f6e8e1"));

    @Test
    void theTokenIsMaskedEverywhereButInTheWhole() {
        assertThat(URL.masked()).isEqualTo("http://127.0.0.1:7420/mcp/9f3c…e1");
        assertThat(URL.toString()).isEqualTo(URL.masked());
        assertThat(URL.whole()).endsWith("9f3c2a7d41b85e06aa17c9d2b4f6e8e1");
        assertThat(new ServerUrl(URI.create("http://127.0.0.1:1/mcp/abc")).masked())
                .isEqualTo("http://127.0.0.1:1/mcp/…");
    }
}
