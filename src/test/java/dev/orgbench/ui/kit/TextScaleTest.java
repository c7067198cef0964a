package dev.orgbench.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextScaleTest {
    @Test
    void lengthsGrowAndLinesStayThin() {
        String css = ".a { -fx-font-size: 12px; -fx-padding: 1px 7.5px 0 30px; -fx-border-width: 0.5px; }";
        assertThat(new TextScale(2).applyTo(css))
                .isEqualTo(".a { -fx-font-size: 24.0px; -fx-padding: 1px 15.0px 0 60.0px; -fx-border-width: 0.5px; }");
    }

    @Test
    void nothingBelowOneOrAboveTwo() {
        assertThat(new TextScale(0.2)).isEqualTo(TextScale.USUAL);
        assertThat(new TextScale(7).factor()).isEqualTo(2);
        assertThat(new TextScale(Double.NaN)).isEqualTo(TextScale.USUAL);
    }
}
