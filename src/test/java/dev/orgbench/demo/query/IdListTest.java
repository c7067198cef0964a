package dev.orgbench.demo.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdListTest {
    @Test
    void manyIdsComeBackFromTheFileAndFromMemory() {
        try (IdList ids = new IdList()) {
            for (int i = 0; i < 10_000; i++) {
                ids.add(SampleOrg.id("001", i));
            }

            for (int from : new int[] {0, 1, 199, 200, 3_000, 3_300, 9_800, 9_999}) {
                assertThat(ids.page(from, 2))
                        .startsWith(SampleOrg.id("001", from))
                        .hasSizeLessThanOrEqualTo(2);
            }
            assertThat(ids.page(0, Integer.MAX_VALUE)).hasSize(10_000).endsWith(SampleOrg.id("001", 9_999));
        }
    }

    @Test
    void idsComeBackInOrderWhateverTheirLength() {
        IdList ids = new IdList();
        for (int i = 0; i < 500; i++) {
            ids.add(i % 100 == 0 ? "long \"" + "x".repeat(5_000) : SampleOrg.id("001", i));
        }

        assertThat(ids.size()).isEqualTo(500);
        assertThat(ids.page(497, 10))
                .containsExactly(SampleOrg.id("001", 497), SampleOrg.id("001", 498), SampleOrg.id("001", 499));
        assertThat(ids.page(100, 1).getFirst()).hasSize(5_006).startsWith("long \"xxx");
        assertThat(ids.page(500, 1)).isEmpty();
    }
}
