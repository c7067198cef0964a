package dev.orgbench.demo.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orgbench.demo.limits.Allowance;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {
    @Test
    void readsEveryKey() throws FaultyScenarioException {
        Scenario scenario = ScenarioReader.scenario("""
                name: All of it
                seed: 7
                fieldLevelSecurity: strict
                limits: {dailyRequests: 100, usedRequests: 90, requestsPerApp: 20, longRequests: 2, longAfterSeconds: 3}
                rules:
                  - answer: unavailable
                    name: maintenance
                    method: [get, POST]
                    path: [/services/data/*/query**, /services/oauth2/token]
                    after: 3
                    times: 2
                    probability: 0.25
                    retryAfter: 9
                  - answer: slow
                    millis: 20
                    times: forever
                """);
        assertThat(scenario.name()).isEqualTo("All of it");
        assertThat(scenario.strictFieldLevelSecurity()).isTrue();
        assertThat(scenario.allowance()).isEqualTo(new Allowance(100, 90, 20, 2, Duration.ofSeconds(3)));
        Rule rule = scenario.rules().getFirst();
        assertThat(rule.methods()).isEqualTo(Set.of("GET", "POST"));
        assertThat(rule.isFor("GET", "/services/data/v60.0/queryAll/01g")).isTrue();
        assertThat(rule.isFor("GET", "/services/data/v60.0/tooling/query")).isFalse();
        assertThat(rule.mishap()).isEqualTo(new Mishap.Refusal(503, "SERVER_UNAVAILABLE", "Server Unavailable", 9));
        assertThat(scenario.rules().getLast().times()).isEqualTo(Rule.FOREVER);
        assertThat(scenario.rules().getLast().isFor("PATCH", "/services/data/v60.0/sobjects/Account/1"))
                .isTrue();
    }

    @Test
    void readsTheSameAsJson() throws FaultyScenarioException {
        Scenario scenario = ScenarioReader.scenario("\n{\t\"rules\": [{\"answer\": \"row-lock\", \"times\": 1}]}");
        assertThat(scenario.rules().getFirst().isFor("GET", "/services/data/v60.0/sobjects/Account/1"))
                .isFalse();
        assertThat(scenario.rules().getFirst().isFor("PATCH", "/services/data/v60.0/sobjects/Account/1"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                              | Line 1: there is nothing here. Write a list of `rules`
                    'rules:\\n  - answer: nope'                      | Line 2: write `answer: ` and one of api-disabled, concurrent-limit, cut, expired-session, invalid-locator, no-tooling-create, no-tooling-delete, request-limit, row-lock, slow, too-large, too-many-requests, unavailable, not `nope`
                    'rules:\\n  - method: GET'                       | Line 2: a rule without `answer`.
                    'rules:\\n  - answer: cut\\n    afer: 3'          | Line 3: `afer` means nothing in a rule. Write one of: after, afterBytes, answer, method, name, path, probability, times
                    'rules:\\n  - answer: cut\\n    after: soon'      | Line 3: write `after: ` and a whole number from 0 up, not `soon`
                    'rules:\\n  - answer: cut\\n    times: 0'         | Line 3: write `times: ` and a whole number from 1 up, not `0`
                    'rules:\\n  - answer: slow\\n    millis: 1e9'     | Line 3: write `millis: ` and a whole number from 0 to 600000, not `1e9`
                    'rules:\\n  - answer: cut\\n    probability: 2'   | Line 3: write `probability: ` and a number above 0 and up to 1, as 0.25, not `2`
                    'rules:\\n  - answer: cut\\n    probability: NaN' | Line 3: write `probability: ` and a number above 0 and up to 1, as 0.25, not `NaN`
                    'rules:\\n  - answer: cut\\n    method: FETCH'    | Line 3: write `method: ` and one of DELETE, GET, HEAD, PATCH, POST, PUT, or a list of them, not `FETCH`
                    'rules:\\n  - answer: cut\\n    path: query'      | Line 3: write `path: ` and a path that begins with a slash, as /services/data/**, not `query`
                    'rules:\\n  - answer: cut\\n    answer: cut'      | Line 3:
                    'rules: all'                                    | Line 1: write `rules: ` and a list of at most 1000 rules
                    'rules:\\n  - cut'                               | Line 2: a rule belongs here
                    'fieldLevelSecurity: on'                        | Line 1: write `fieldLevelSecurity: ` and strict or granted, not `on`
                    'limits:\\n  dailyRequests: -1'                  | Line 2: write `dailyRequests: ` and a whole number from 0 up, not `-1`
                    'name: a\\n  b: [c'                              | Line 2: this is neither YAML nor JSON
                    'name: a\\n---\\nname: b'                         | Line
                    '{"rules": [{"answer": }]}'                     | Line 1: this is neither YAML nor JSON
                    'just words'                                    | Line 1: a scenario belongs here
                    """)
    void namesTheLineAndWhatToWriteInstead(String text, String message) {
        assertThatThrownBy(() -> ScenarioReader.scenario(text.replace("\\n", "\n")))
                .isInstanceOf(FaultyScenarioException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource({
        "/services/data/**, /services/data/v60.0/limits, true",
        "/services/data/**, /services/oauth2/token, false",
        "/services/data/*/limits, /services/data/v60.0/limits, true",
        "/services/data/*/limits, /services/data/v60.0/tooling/limits, false",
        "/SERVICES/data/*/Limits, /services/data/v60.0/limits, true",
        "/services/data/v6*.0/limits, /services/data/v60.0/limits, true",
        "/a.b, /axb, false",
        "/**/query, /services/data/v60.0/tooling/query, true"
    })
    void matchesPathsAsShellsDo(String glob, String path, boolean matches) {
        assertThat(PathGlob.of(glob).matches(path)).isEqualTo(matches);
    }
}
