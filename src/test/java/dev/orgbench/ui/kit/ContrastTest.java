package dev.orgbench.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tokens of both themes, by the contrast ratio of WCAG 2.2, 1.4.3 and 1.4.11. */
class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double SIGN = 3;
    private static final List<String> GROUNDS =
            List.of("-surface", "-surface-side", "-surface-raised", "-surface-hover", "-chosen");
    private static final List<String> CODE =
            List.of("-code-keyword", "-code-string", "-code-number", "-code-key", "-code-date", "-code-comment");
    private static final List<String> SIGNS = List.of(
            "-focus",
            "-text-faint",
            "-bar-call",
            "-bar-other",
            "-bar-failed",
            "-chosen-line",
            "-chart-1",
            "-chart-2",
            "-chart-3",
            "-chart-4",
            "-chart-5",
            "-chart-rest");
    private static final List<String> TONES = List.of("accent", "success", "warning", "danger");
    private static final Pattern TOKEN = Pattern.compile("(-[a-z0-9-]+)\\s*:\\s*([^;]+);");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void textCanBeRead(String theme) throws IOException {
        Tokens tokens = Tokens.of(theme);
        List<String> poor = new ArrayList<>();
        for (String ground : GROUNDS) {
            for (String text : List.of("-text", "-text-muted")) {
                tokens.check(text, ground, TEXT, poor);
            }
        }
        for (String ground : List.of("-surface", "-surface-side", "-surface-raised")) {
            CODE.forEach(code -> tokens.check(code, ground, TEXT, poor));
            TONES.forEach(tone -> tokens.check("-color-" + tone + "-fg", ground, TEXT, poor));
        }
        tokens.check("-text", "-selection", TEXT, poor);
        assertThat(poor).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void badgesCanBeRead(String theme) throws IOException {
        Tokens tokens = Tokens.of(theme);
        List<String> poor = new ArrayList<>();
        TONES.forEach(tone -> tokens.check("-color-" + tone + "-fg", "-color-" + tone + "-subtle", TEXT, poor));
        tokens.check("-text-muted", "-line-soft", TEXT, poor);
        assertThat(poor).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void focusAndBarsCanBeSeen(String theme) throws IOException {
        Tokens tokens = Tokens.of(theme);
        List<String> poor = new ArrayList<>();
        for (String sign : SIGNS) {
            tokens.check(sign, "-surface", SIGN, poor);
            tokens.check(sign, "-surface-side", SIGN, poor);
        }
        assertThat(poor).isEmpty();
    }

    private record Tokens(Map<String, String> values) {
        static Tokens of(String theme) throws IOException {
            Map<String, String> values = new HashMap<>();
            String base = theme.equals("dark")
                    ? new PrimerDark().getUserAgentStylesheet()
                    : new PrimerLight().getUserAgentStylesheet();
            read(base, values);
            read("/dev/orgbench/ui/kit/" + theme + ".css", values);
            return new Tokens(values);
        }

        private static void read(String sheet, Map<String, String> values) throws IOException {
            String path = sheet.startsWith("/") ? sheet : "/" + sheet;
            try (InputStream in = Objects.requireNonNull(ContrastTest.class.getResourceAsStream(path), path)) {
                String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                String root = css.substring(css.indexOf(".root"), css.indexOf('}', css.indexOf(".root")));
                Matcher token = TOKEN.matcher(root);
                while (token.find()) {
                    values.put(token.group(1), token.group(2).strip());
                }
            }
        }

        void check(String front, String ground, double least, List<String> poor) {
            Color behind = over(colour(ground), colour("-surface"));
            double ratio = ratio(over(colour(front), behind), behind);
            if (ratio < least) {
                poor.add("%s on %s: %.2f".formatted(front, ground, ratio));
            }
        }

        private Color colour(String name) {
            String value = Objects.requireNonNull(values.get(name), name);
            return value.startsWith("-") ? colour(value) : Color.web(value);
        }

        private static Color over(Color front, Color behind) {
            double a = front.getOpacity();
            return Color.color(
                    front.getRed() * a + behind.getRed() * (1 - a),
                    front.getGreen() * a + behind.getGreen() * (1 - a),
                    front.getBlue() * a + behind.getBlue() * (1 - a));
        }

        private static double ratio(Color one, Color other) {
            double a = luminance(one);
            double b = luminance(other);
            return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        }

        private static double luminance(Color c) {
            return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
        }

        private static double linear(double channel) {
            return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
        }
    }
}
