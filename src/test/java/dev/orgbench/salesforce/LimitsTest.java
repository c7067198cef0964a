package dev.orgbench.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitsTest {
    @Test
    void namesFiguresAndSharesOfSingleAppsAreRead() throws Exception {
        var limits = Limits.of(Json.read("""
                {"DailyApiRequests":{"Max":15000,"Remaining":14000,"Dataloader Bulk":{"Max":100,"Remaining":25}},
                 "HourlyDashboardStatuses":{"Max":999999999,"Remaining":999999999},
                 "PrivateConnectOutboundCalloutHourlyLimitMB":{"Max":0,"Remaining":0},
                 "NewInSpring":{"Max":10,"Remaining":-2},
                 "Odd":"text"}"""));

        assertThat(limits)
                .extracting(OrgLimit::label)
                .containsExactly(
                        "API requests, rolling 24 h",
                        "Dashboard statuses fetched, hourly",
                        "Private Connect callouts, hourly (MB)",
                        "NewInSpring");
        OrgLimit requests = limits.getFirst();
        assertThat(requests.used()).isEqualTo(1000);
        assertThat(requests.children()).singleElement().satisfies(app -> {
            assertThat(app.label()).isEqualTo("Dataloader Bulk");
            assertThat(app.share()).isEqualTo(0.75);
        });
        assertThat(limits.get(1).isLimited()).isFalse();
        assertThat(limits.get(2).share()).isZero();
        assertThat(limits.get(3).share()).isEqualTo(1.2);
    }

    @Test
    void anAnswerOfAnotherFormHasNone() throws Exception {
        assertThat(Limits.of(Json.read("[]"))).isEmpty();
        assertThat(Limits.of(Json.read("{\"a\":null,\"b\":{\"Max\":null}}"))).isEmpty();
    }
}
