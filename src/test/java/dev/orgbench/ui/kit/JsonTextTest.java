package dev.orgbench.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class JsonTextTest {
    @Test
    void numbersKeepEveryDigitThere_andBack() throws Exception {
        String text = "{\"a\":412500.00,\"b\":12345678901234567890.123456789,\"c\":1E+3,\"d\":98765432109876543210}";

        assertThat(JsonText.compact(JsonText.parse(text))).isEqualTo(text);
    }

    @Test
    void membersKeepTheirOrder() throws Exception {
        assertThat(JsonText.compact(JsonText.parse("{\"z\":1,\"a\":2}"))).isEqualTo("{\"z\":1,\"a\":2}");
    }

    @Test
    void saysWhereTextStopsBeingJson() {
        var malformed = catchThrowableOfType(JsonText.Malformed.class, () -> JsonText.parse("{\n  \"a\": nope\n}"));

        assertThat(malformed.text()).startsWith("Row 2, column");
    }

    @Test
    void refusesANameThatStandsTwice_asOneValueWouldBeLost() {
        var malformed = catchThrowableOfType(JsonText.Malformed.class, () -> JsonText.parse("{\"a\":1,\"a\":2}"));

        assertThat(malformed.text()).contains("stands twice").contains("'a'");
    }

    @Test
    void refusesTrailingText() {
        assertThat(catchThrowableOfType(JsonText.Malformed.class, () -> JsonText.parse("{} {}")))
                .isNotNull();
    }

    @Test
    void refusesAListWhereAnObjectIsNeeded() {
        var malformed = catchThrowableOfType(JsonText.Malformed.class, () -> JsonText.parseObject("[1]"));

        assertThat(malformed.text()).contains("JSON object");
    }

    @Test
    void nothingIsNotJson() {
        assertThat(catchThrowableOfType(JsonText.Malformed.class, () -> JsonText.parse("  ")))
                .isNotNull();
    }

    @Test
    void prettyTextHasOneMemberALine_andEmptyThingsStayShort() throws Exception {
        assertThat(JsonText.pretty(JsonText.parse("{\"a\":[1,2],\"b\":{},\"c\":[]}")))
                .isEqualTo("{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {},\n  \"c\": []\n}");
    }

    @Test
    void whatIsNoJsonIsShownAsItIs() {
        assertThat(JsonText.prettyIfJson("<html>")).isEqualTo("<html>");
    }
}
