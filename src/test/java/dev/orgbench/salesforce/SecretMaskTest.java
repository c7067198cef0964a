package dev.orgbench.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.trace.Exchange.Header;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretMaskTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grant_type=password&username=a&password=hush&client_secret=hush | grant_type=password&username=a&password=••••&client_secret=••••",
                "{\"access_token\": \"hush\\\"hush\",\"scope\":\"api\"} | {\"access_token\": \"••••\",\"scope\":\"api\"}",
                "{\"refresh_token\":\"hush-cut-he | {\"refresh_token\":\"••••",
                "{\"id\":\"00D5e000000TESTEAA!hush.hush\"} | {\"id\":\"00D5e000000TESTEAA!••••\"}",
            })
    void signInBodiesLoseTheirSecretsEvenWhenCut(String body, String masked) {
        assertThat(SecretMask.signInBody(body)).isEqualTo(masked);
    }

    @Test
    void addressesAndPlainBodiesLoseSessionIds() {
        assertThat(SecretMask.url("https://a.example/id/1?oauth_token=hush&format=json"))
                .isEqualTo("https://a.example/id/1?oauth_token=••••&format=json");
        assertThat(SecretMask.url("https://a.example/frontdoor?s=00D5e000000TEST%21hush"))
                .isEqualTo("https://a.example/frontdoor?s=00D5e000000TEST%21••••");
        assertThat(SecretMask.text("{\"Session__c\":\"00D5e000000TESTEAA!hush\",\"Code\":\"A1\"}"))
                .isEqualTo("{\"Session__c\":\"00D5e000000TESTEAA!••••\",\"Code\":\"A1\"}");
    }

    @Test
    void headersKeepTheirSchemeAndLoseTheSecret() {
        Headers headers = Headers.of("authorization", "Bearer hush", "Set-Cookie", "sid=hush", "Accept", "*/*");

        assertThat(SecretMask.headers(headers))
                .containsExactly(
                        new Header("authorization", "Bearer ••••"),
                        new Header("Set-Cookie", "••••"),
                        new Header("Accept", "*/*"));
    }
}
