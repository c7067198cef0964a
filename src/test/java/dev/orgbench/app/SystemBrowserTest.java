package dev.orgbench.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

class SystemBrowserTest {
    @Test
    void eachSystemHasItsOwnCommand() {
        assertThat(SystemBrowser.command("Linux", "https://a.b/?c&d")).containsExactly("xdg-open", "https://a.b/?c&d");
        assertThat(SystemBrowser.command("Mac OS X", "https://a.b")).containsExactly("open", "https://a.b");
        assertThat(SystemBrowser.command("Windows 11", "https://a.b"))
                .containsExactly("rundll32", "url.dll,FileProtocolHandler", "https://a.b");
    }

    @Test
    void onlyWebPagesAreOpened() {
        assertThatThrownBy(() -> new SystemBrowser().open(URI.create("file:///etc/passwd")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("file");
    }
}
