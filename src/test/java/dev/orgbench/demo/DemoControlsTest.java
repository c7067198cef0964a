package dev.orgbench.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.trouble.DemoFault;
import java.io.IOException;
import java.nio.file.Path;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoControlsTest {
    @TempDir
    Path folder;

    private TestOrg org;

    @BeforeEach
    void start() throws IOException {
        org = TestOrg.start(folder.resolve("org.db"), TestOrg.MID_MONTH);
    }

    @AfterEach
    void stop() {
        org.close();
    }

    @Test
    void theLimitIsReachedUntilItIsLifted() throws IOException {
        org.org().set(DemoFault.REQUEST_LIMIT, true);
        assertThat(org.get("limits").error()).isEqualTo("403 REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded.");

        org.org().set(DemoFault.REQUEST_LIMIT, false);
        assertThat(org.get("limits").status()).isEqualTo(200);
    }

    @Test
    void aLockedRowCanBeReadButNotWritten() throws IOException {
        String id = org.post("sobjects/Account", "{\"Name\":\"Locked\"}").id();
        org.org().set(DemoFault.ROW_LOCK, true);

        assertThat(org.get("sobjects/Account/" + id).status()).isEqualTo(200);
        assertThat(org.patch("sobjects/Account/" + id, "{\"Name\":\"x\"}").error())
                .startsWith("400 UNABLE_TO_LOCK_ROW: unable to obtain exclusive access")
                .endsWith(id);
    }

    @Test
    void aLostConnectionBreaksOffInTheMiddle() throws IOException {
        org.org().set(DemoFault.LOST_CONNECTION, true);
        assertThatThrownBy(() -> org.get("limits")).isInstanceOf(IOException.class);

        org.org().set(DemoFault.LOST_CONNECTION, false);
        assertThat(org.get("limits").status()).isEqualTo(200);
    }

    @Test
    void aSwitchIsARuleInForceUntilItIsTurnedOff() throws IOException {
        for (DemoFault fault : DemoFault.values()) {
            org.org().set(fault, true);
            org.org().set(fault, true);
            assertThat(org.org().has(fault)).isTrue();
            assertThat(org.get("/demo/faults").body().path(0).path("name").asText())
                    .isEqualTo(fault.name());

            org.org().set(fault, false);
            assertThat(org.org().has(fault)).isFalse();
            assertThat(org.get("/demo/faults").body().size()).isZero();
        }
    }

    @Test
    void resettingBringsTheFirstDayBackAndKeepsClientsSignedIn() throws IOException {
        JsonNode firstDay =
                org.query("SELECT Id, Name FROM Account ORDER BY Id").body();
        String firstDescribe = org.get("sobjects/Account/describe").body().toString();
        org.post("sobjects/Account", "{\"Name\":\"Mine\"}");
        org.delete("sobjects/Account/"
                + firstDay.path("records").path(3).path("Id").asText());
        org.post(
                "tooling/sobjects/CustomField",
                "{\"FullName\":\"Account.Mood__c\",\"Metadata\":{\"label\":\"Mood\",\"type\":\"Text\",\"length\":20}}");
        assertThat(org.get("sobjects/Account/describe").body().toString()).contains("Mood__c");

        org.org().reset();

        assertThat(org.query("SELECT Id, Name FROM Account ORDER BY Id").body()).isEqualTo(firstDay);
        assertThat(org.get("sobjects/Account/describe").body()).hasToString(firstDescribe);
        assertThat(org.post("sobjects/Account", "{\"Name\":\"Mine\"}").status()).isEqualTo(201);
        org.org().reset();
        assertThat(org.count("Account WHERE Name = 'Mine'")).isZero();
    }

    @Test
    void aDescribeThatAClientKeptIsToldToBeOldAfterAReset() throws IOException {
        org.post(
                "tooling/sobjects/CustomField",
                "{\"FullName\":\"Account.Mood__c\",\"Metadata\":{\"label\":\"Mood\",\"type\":\"Text\",\"length\":20}}");
        TestOrg.Reply before = org.get("sobjects/Account/describe");
        org.org().reset();

        Request.Builder again = org.request("sobjects/Account/describe")
                .header("If-Modified-Since", String.valueOf(before.headers().get("Last-Modified")));
        assertThat(org.send(again).status()).isEqualTo(200);
    }

    @Test
    void aResetOrgIsTheSameAfterARestart() throws IOException {
        org.post("sobjects/Account", "{\"Name\":\"Mine\"}");
        org.org().reset();
        String session = org.org().accessToken();
        int accounts = org.count("Account");
        org.close();

        org = TestOrg.start(folder.resolve("org.db"), TestOrg.MID_MONTH);

        assertThat(org.org().movedAside()).isEmpty();
        assertThat(org.org().accessToken()).isEqualTo(session);
        assertThat(org.count("Account")).isEqualTo(accounts);
    }
}
