package dev.orgbench.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private static final Set<String> RECORDS = Set.of("records");

    @Test
    void nothingNamedAllowsAll() {
        assertThat(Scope.ALL.allows(Method.DELETE, "delete", Set.of())).isTrue();
        assertThat(Scope.ALL.allows(Method.CUSTOM, "upsert", RECORDS)).isTrue();
    }

    @Test
    void methodsAndVerbsAreAlternatives_tagsAreACondition() {
        Scope scope = new Scope(Set.of(Method.GET), Set.of("upsert"), RECORDS, ObjectScope.ALL);
        assertThat(scope.allows(Method.GET, "get", RECORDS)).isTrue();
        assertThat(scope.allows(Method.CUSTOM, "upsert", RECORDS)).isTrue();
        assertThat(scope.allows(Method.CUSTOM, "merge", RECORDS)).isFalse();
        assertThat(scope.allows(Method.LIST, "list", RECORDS)).isFalse();
        assertThat(scope.allows(Method.GET, "get", Set.of("metadata"))).isFalse();
    }

    @Test
    void aVerbThatNoToolHasAllowsNothing() {
        Scope scope = new Scope(Set.of(), Set.of("gone"), Set.of(), ObjectScope.ALL);
        assertThat(scope.allows(Method.GET, "get", RECORDS)).isFalse();
    }
}
