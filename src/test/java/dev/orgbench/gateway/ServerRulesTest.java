package dev.orgbench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"Sales, read only", "日本語", "עברית abc", "👩\u200d👩\u200d👧", "می\u200cخواهم", "<b>\"x\"</b>"})
    void aNameMayBeOfAnyLanguage(String name) {
        assertThat(ServerRules.nameFault(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u200b", "\u200b \u2060", "\ufeff"})
    void aNameThatCannotBeSeenIsNone(String name) {
        assertThat(ServerRules.nameFault(name))
                .hasValueSatisfying(fault -> assertThat(fault).contains("required"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u2028b", "a\u2029b", "a\tb", "a\u0000b"})
    void aNameIsOneLine(String name) {
        assertThat(ServerRules.nameFault(name))
                .hasValueSatisfying(fault -> assertThat(fault).contains("on one line"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202eylno daer", "a\u2066b"})
    void aNameThatReadsAsAnotherIsRefused(String name) {
        assertThat(ServerRules.nameFault(name))
                .hasValueSatisfying(fault -> assertThat(fault).contains("direction"));
    }
}
