package dev.orgbench.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyNameTest {
    @Test
    void theModifierIsCmdOnAMac() {
        assertThat(KeyName.modifier("Mac OS X")).isEqualTo("Cmd");
        assertThat(KeyName.modifier("Linux")).isEqualTo("Ctrl");
        assertThat(KeyName.modifier("Windows 11")).isEqualTo("Ctrl");
    }
}
