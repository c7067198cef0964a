package dev.orgbench.demo.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdListTest {
    @Test
    void idsComeBackInOrderWhateverTheirLength() {
        IdList ids = new IdList();
        for (int i = 0; i < 500; i++) {
            ids.add(i % 100 == 0 ? "long \"" + "x".repeat(5_000) : SampleOrg.id("001", i));
        }

        assertThat(ids.size()).isEqualTo(500);
        assertThat(ids.json(497, 10))
                .isEqualTo("[\"%s\",\"%s\",\"%s\"]"
                        .formatted(SampleOrg.id("001", 497), SampleOrg.id("001", 498), SampleOrg.id("001", 499)));
        assertThat(ids.json(100, 1)).startsWith("[\"long \\\"xxx");
        assertThat(ids.json(500, 1)).isEqualTo("[]");
    }
}
