package dev.orgbench.ui.orgs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.demo.trouble.DemoFault;
import dev.orgbench.orgs.ConnectedOrg;
import dev.orgbench.orgs.SecretPlace;
import dev.orgbench.orgs.StandInBrowser;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Browser;
import dev.orgbench.ui.kit.ByHand;
import dev.orgbench.ui.kit.Memory;
import dev.orgbench.ui.kit.SameThread;
import dev.orgbench.ui.kit.VirtualThreads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectModelTest {
    @TempDir
    Path folder;

    private final StandInBrowser person = new StandInBrowser();
    private final Memory memory = Memory.forThisRun();
    private final List<ConnectedOrg> connected = new ArrayList<>();
    private OrgsOnDisk on;
    private PastedWay pasted;

    @BeforeEach
    void start() throws IOException {
        on = new OrgsOnDisk(folder);
        pasted = new PastedWay(on.orgs, memory);
    }

    @AfterEach
    void stop() {
        person.close();
        on.close();
    }

    @Test
    void allowingInTheBrowserConnectsTheOrgStepByStep() {
        BrowserWay way = way(person::allow);
        way.hostProperty().set(BrowserWay.Host.DEMO);
        ConnectModel model = model(way);

        model.connect();

        assertThat(connected)
                .singleElement()
                .extracting(ConnectedOrg::userName)
                .isEqualTo("alex.morgan@brightwater.example");
        assertThat(model.steps())
                .extracting(ConnectModel.Step::words)
                .containsExactly(
                        "Listen for the browser's answer",
                        "Open " + on.demo.uri().getAuthority() + " in the browser",
                        "Wait until you allow access there",
                        "Exchange the code for a session",
                        "Ask the org what it is");
        assertThat(model.steps()).extracting(ConnectModel.Step::state).containsOnly(ConnectModel.Step.State.DONE);
        assertThat(model.phaseProperty().get()).isEqualTo(ConnectModel.Phase.FORM);
    }

    @Test
    void denyingStopsAtTheStepWhereItHappenedAndSaysSo() {
        BrowserWay way = way(person::deny);
        way.hostProperty().set(BrowserWay.Host.DEMO);
        ConnectModel model = model(way);

        model.connect();

        assertThat(model.phaseProperty().get()).isEqualTo(ConnectModel.Phase.FAILED);
        assertThat(message(model)).contains("denied in the browser");
        assertThat(model.steps().getLast())
                .isEqualTo(new ConnectModel.Step("Wait until you allow access there", ConnectModel.Step.State.FAILED));
        assertThat(connected).isEmpty();
        model.back();
        assertThat(model.phaseProperty().get()).isEqualTo(ConnectModel.Phase.FORM);
        assertThat(model.problemProperty().get()).isNull();
    }

    @Test
    void withoutABrowserTheAddressIsThereToCopyAndCancelEndsTheWait() throws Exception {
        ByHand screen = new ByHand();
        Background background = new VirtualThreads(screen);
        CountDownLatch asked = new CountDownLatch(1);
        BrowserWay way = way(page -> {
            asked.countDown();
            throw new IOException("none here");
        });
        way.hostProperty().set(BrowserWay.Host.DEMO);
        ConnectModel model = new ConnectModel(
                List.of(way), () -> new SecretPlace(false, "a file"), background, screen, connected::add);
        model.connect();
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        while (model.steps().size() < 4) {
            screen.runAll();
            Thread.onSpinWait();
        }

        assertThat(model.steps())
                .extracting(ConnectModel.Step::words)
                .contains("No browser opened. Copy the address, and open it yourself.");
        assertThat(String.valueOf(model.pageProperty().get()))
                .startsWith(on.demo.uri() + "/services/oauth2/authorize?");
        assertThat(model.isWorking()).isTrue();
        model.back();
        screen.runAll();

        assertThat(model.phaseProperty().get()).isEqualTo(ConnectModel.Phase.FORM);
        assertThat(connected).isEmpty();
    }

    @Test
    void aConsumerKeyIsNeededForSalesforceAndRemembered() {
        BrowserWay way = way(page -> {
            throw new IOException("none");
        });
        assertThat(way.ready().get()).isFalse();
        way.clientIdProperty().set("3MVG9 two words");
        assertThat(way.ready().get()).isFalse();
        assertThat(way.clientIdProblemProperty().getValue()).contains("one word");
        way.clientIdProperty().set("  3MVG9abc ");
        assertThat(way.clientIdProblemProperty().getValue()).isEmpty();
        assertThat(way.ready().get()).isTrue();
        way.hostProperty().set(BrowserWay.Host.MY_DOMAIN);
        assertThat(way.ready().get()).isFalse();
        way.domainProperty().set("https://evil.example");
        assertThat(way.domainProblemProperty().getValue()).contains("does not live at");
        way.domainProperty().set("acme");
        assertThat(way.ready().get()).isTrue();
        assertThat(way.hostName()).isEqualTo("acme.my.salesforce.com");

        assertThat(way(page -> {}).clientIdProperty().get()).isEqualTo("3MVG9abc");
        assertThat(way(page -> {}).domainProperty().get()).isEqualTo("acme");
    }

    @Test
    void aGoodPastedSessionConnects() {
        ConnectModel model = model(pasted);
        pasted.addressProperty().set(on.demo.uri() + "/lightning/page/home");
        pasted.sessionProperty().set("Bearer " + on.demo.accessToken() + "\n");

        model.connect();

        assertThat(connected)
                .singleElement()
                .extracting(ConnectedOrg::userName)
                .isEqualTo("alex.morgan@brightwater.example");
    }

    @Test
    void aBadPastedSessionSaysWhatToDoAndKeepsWhatWasTyped() {
        ConnectModel model = model(pasted);
        pasted.addressProperty().set(on.demo.uri().toString());
        pasted.sessionProperty().set("00D000000000000!nope");

        model.connect();

        assertThat(message(model)).contains("does not take this session").contains("paste it");
        model.back();
        assertThat(pasted.sessionProperty().get()).isEqualTo("00D000000000000!nope");
    }

    @Test
    void anOrgInTroubleIsToldInItsOwnWords() {
        ConnectModel model = model(pasted);
        pasted.addressProperty().set(on.demo.uri().toString());
        pasted.sessionProperty().set(on.demo.accessToken());
        on.demo.set(DemoFault.REQUEST_LIMIT, true);
        model.connect();
        assertThat(message(model)).contains("TotalRequests Limit exceeded");
        model.back();
        on.demo.set(DemoFault.REQUEST_LIMIT, false);
        on.demo.set(DemoFault.LOST_CONNECTION, true);
        model.connect();
        assertThat(message(model)).contains("broke before the answer was complete");
        assertThat(connected).isEmpty();
    }

    @Test
    void aSessionWithinAPastedAddressGoesWhereItBelongs() {
        pasted.addressProperty()
                .set("https://acme.my.salesforce.com/secur/frontdoor.jsp?sid=00D1%21AQ.x%2By&retURL=/home");

        pasted.takeSessionFromAddress();

        assertThat(pasted.addressProperty().get()).isEqualTo("https://acme.my.salesforce.com/secur/frontdoor.jsp");
        assertThat(new PastedWay(on.orgs, memory).addressProperty().get()).isEqualTo("https://acme.my.salesforce.com");
        assertThat(pasted.sessionProperty().get()).isEqualTo("00D1!AQ.x+y");
        assertThat(pasted.targetProperty().getValue())
                .isEqualTo("Orgbench will talk to https://acme.my.salesforce.com");
        assertThat(pasted.ready().get()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"two words,one word", "force://x:y@z,SFDX auth URL", "会话,one word", "😀,one word"})
    void aSessionThatCanBeNoneIsToldWhileTyping(String typed, String why) {
        pasted.addressProperty().set("acme");
        pasted.sessionProperty().set(typed);

        assertThat(pasted.sessionProblemProperty().getValue()).contains(why);
        assertThat(pasted.ready().get()).isFalse();
    }

    @Test
    void whereSecretsAreKeptIsSaid() {
        assertThat(model(pasted).placeProperty().get()).isEqualTo("Sign-ins are kept in the Stand-in.");
    }

    private ConnectModel model(ConnectWay way) {
        return new ConnectModel(
                List.of(way),
                () -> new SecretPlace(true, "the Stand-in"),
                new SameThread(),
                Runnable::run,
                connected::add);
    }

    private BrowserWay way(Browser browser) {
        return new BrowserWay(on.orgs, on.signIns, browser, memory, on.controls);
    }

    private static String message(ConnectModel model) {
        return String.valueOf(model.problemProperty().get());
    }
}
