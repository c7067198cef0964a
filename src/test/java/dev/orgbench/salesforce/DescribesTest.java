package dev.orgbench.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many describes for one question, against an org whose describes have a version each. */
class DescribesTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Integer> versions = new ConcurrentHashMap<>();
    private final Map<String, Integer> delays = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Salesforce org;

    @BeforeEach
    void start() throws Exception {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String path = request.getUrl().encodedPath().replaceAll(".*/sobjects/?|/describe", "");
                asked.add(path);
                Integer version = path.isEmpty() ? Integer.valueOf(versions.hashCode()) : versions.get(path);
                return answer(path, version, request.getHeaders().get("If-None-Match"));
            }
        });
        server.start();
        List.of("Account", "Contact", "Lead").forEach(object -> versions.put(object, 1));
        org = new OrgConnection(
                        "Org",
                        server.url("/").uri(),
                        "62.0",
                        new SignIn.PastedSession("00D5e000000TESTEAA!secret"),
                        new OkHttpClient(),
                        Clock.systemUTC())
                .as(exchange -> {});
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private MockResponse answer(String path, @Nullable Integer version, @Nullable String known) {
        if (version == null) {
            return new MockResponse.Builder()
                    .code(404)
                    .body("[{\"errorCode\":\"NOT_FOUND\",\"message\":\"The requested resource does not exist\"}]")
                    .build();
        }
        String tag = "\"" + path + version + "\"";
        MockResponse.Builder answer = new MockResponse.Builder()
                .addHeader("ETag", tag)
                .headersDelay(delays.getOrDefault(path, 0), TimeUnit.MILLISECONDS);
        if (tag.equals(known)) {
            return answer.code(304).build();
        }
        String body = path.isEmpty()
                ? "{\"sobjects\":[{\"name\":\"Account\"},{\"name\":\"Contact\"},{\"name\":\"Lead\"}]}"
                : "{\"name\":\"" + path + "\",\"version\":" + version + "}";
        return answer.body(body).build();
    }

    @Test
    void anUnchangedOrgIsAskedOnceForAll() throws Exception {
        List<ObjectDescribe> first = all(org.describes());
        assertThat(asked).containsExactlyInAnyOrder("", "Account", "Contact", "Lead");
        asked.clear();

        List<ObjectDescribe> second = all(org.describes());

        assertThat(asked).containsExactly("");
        assertThat(second).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(second.get(i)).isSameAs(first.get(i));
        }
    }

    @Test
    void afterAChangeAllAreAskedAndOnlyWhatChangedIsNew() throws Exception {
        List<ObjectDescribe> first = all(org.describes());
        versions.put("Contact", 2);

        List<ObjectDescribe> second = all(org.describes());

        assertThat(second.get(0)).isSameAs(first.get(0));
        assertThat(second.get(1).json().path("version").asInt()).isEqualTo(2);
        assertThat(second.get(2)).isSameAs(first.get(2));
    }

    @Test
    void aChangeWhileTheyAreReadIsSeenTheNextTime() throws Exception {
        Describes before = org.describes();
        versions.put("Contact", 2);
        all(before);
        versions.put("Contact", 3);

        assertThat(all(org.describes()).get(1).json().path("version").asInt()).isEqualTo(3);
    }

    @Test
    void oneThatCannotBeHadIsAsItWasAndTheOthersAreNew() throws Exception {
        assertThat(org.lastDescribe("contact")).isEmpty();
        all(org.describes());
        versions.put("Account", 2);
        versions.remove("Contact");

        List<ObjectDescribe> described = all(org.describes());

        assertThat(described).extracting(ObjectDescribe::name).containsExactly("Account", "Contact", "Lead");
        assertThat(described.get(0).json().path("version").asInt()).isEqualTo(2);
        assertThat(described.get(1).json().path("version").asInt()).isEqualTo(1);
        assertThat(org.lastDescribe("CONTACT")).isPresent();
    }

    @Test
    void aSlowOneHoldsTheOthersUpNoLongerThanAllowed() throws Exception {
        delays.put("Lead", 5_000);
        long from = System.nanoTime();

        List<ObjectDescribe> described =
                org.describes().describe(List.of("Account", "Lead", "Contact"), Duration.ofMillis(500));

        assertThat(described).extracting(ObjectDescribe::name).containsExactly("Account", "Contact");
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void whoeverIsInterruptedWaitsNoLonger() throws Exception {
        delays.put("Lead", 5_000);
        Describes describes = org.describes();
        Thread.currentThread().interrupt();

        assertThat(describes.describe(List.of("Lead"), LONG)).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
    }

    private static List<ObjectDescribe> all(Describes describes) {
        return describes.describe(List.of("Account", "Contact", "Lead"), LONG);
    }
}
