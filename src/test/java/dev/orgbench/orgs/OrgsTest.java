package dev.orgbench.orgs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orgbench.demo.DemoOrg;
import dev.orgbench.demo.trouble.DemoFault;
import dev.orgbench.salesforce.Reach;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.salesforce.SignIn;
import dev.orgbench.salesforce.SignInFailedException;
import dev.orgbench.salesforce.WebServerFlow;
import dev.orgbench.store.Store;
import dev.orgbench.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrgsTest {
    private static final String COUNT = "SELECT COUNT() FROM Account";

    @TempDir
    Path folder;

    private final OkHttpClient http = new OkHttpClient();
    private final Clock clock = Clock.systemUTC();
    private final StandInBrowser browser = new StandInBrowser();
    private DemoOrg demo;
    private Store store;
    private SecretFile secrets;
    private Orgs orgs;

    @BeforeEach
    void start() throws IOException {
        demo = DemoOrg.start(folder.resolve("demo.db"), 0, clock);
        store = Store.open(folder.resolve("orgbench.db"), clock);
        secrets = SecretFile.open(folder);
        orgs = new Orgs(store, secrets, http, clock);
    }

    @AfterEach
    void stop() {
        store.close();
        demo.close();
        browser.close();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    @Test
    void whatAPersonAllowsInTheBrowserAnswersQueries() throws Exception {
        ConnectedOrg connected = signIn();

        assertThat(connected.org().label()).isEqualTo("Brightwater Instruments");
        assertThat(connected.org().id()).isEqualTo("brightwater-instruments");
        assertThat(connected.org().kind()).isEqualTo(OrgKind.DEMO);
        assertThat(connected.userName()).isEqualTo("alex.morgan@brightwater.example");
        assertThat(connected.way()).isEqualTo(SignInWay.BROWSER);
        assertThat(connected.reach()).isEqualTo(Reach.CONNECTED);
        assertThat(accounts(connected)).isPositive();
        assertThat(orgs.list())
                .hasSize(1)
                .first()
                .extracting(ConnectedOrg::reach)
                .isEqualTo(Reach.CONNECTED);
    }

    @Test
    void anExpiredSessionIsRefreshedInSilenceAndTheNewOneIsKept() throws Exception {
        ConnectedOrg connected = signIn();
        String before = secrets.get("org/brightwater-instruments/sign-in").orElseThrow();
        demo.expireSessions();

        assertThat(accounts(connected)).isPositive();

        assertThat(secrets.get("org/brightwater-instruments/sign-in"))
                .isPresent()
                .hasValueSatisfying(now -> assertThat(now).isNotEqualTo(before));
    }

    @Test
    void whenTheRefreshIsRefusedTheErrorNamesTheOrgAndSaysToSignInAgain() throws Exception {
        ConnectedOrg connected = signIn();
        orgs.rename(connected.org().id(), "Acme");
        // The same tokens, given up by somebody else.
        WebServerFlow.Granted other = granted();
        SignIn kept = SignInText.read(
                secrets.get("org/brightwater-instruments/sign-in").orElseThrow());
        assertThat(other.signIn()).isNotEqualTo(kept);
        revoke(((SignIn.BrowserSignIn) kept).refreshToken());

        assertThatThrownBy(() -> accounts(connected))
                .isInstanceOf(SalesforceException.SignInNeeded.class)
                .hasMessageContaining("\"Acme\"")
                .hasMessageContaining("expired access/refresh token")
                .hasMessageContaining("sign in to it again");
        assertThat(orgs.list().getFirst().reach()).isEqualTo(Reach.SIGN_IN_NEEDED);
    }

    @Test
    void signingInAgainMendsTheSameOrg() throws Exception {
        ConnectedOrg connected = signIn();
        orgs.rename(connected.org().id(), "Acme");
        SignIn kept = SignInText.read(
                secrets.get("org/brightwater-instruments/sign-in").orElseThrow());
        revoke(((SignIn.BrowserSignIn) kept).refreshToken());
        assertThatThrownBy(() -> accounts(connected)).isInstanceOf(SalesforceException.SignInNeeded.class);

        signIn();

        assertThat(orgs.list())
                .singleElement()
                .extracting(org -> org.org().label())
                .isEqualTo("Acme");
        assertThat(accounts(connected)).isPositive();
    }

    @Test
    void orgsAreThereAgainAfterARestartWithTheirSecrets() throws Exception {
        signIn();
        store.close();
        store = Store.open(folder.resolve("orgbench.db"), clock);

        Orgs again = new Orgs(store, SecretFile.open(folder), http, clock);

        ConnectedOrg org = again.list().getFirst();
        assertThat(org.org().kind()).isEqualTo(OrgKind.DEMO);
        assertThat(org.userName()).isEqualTo("alex.morgan@brightwater.example");
        assertThat(org.reach()).isEqualTo(Reach.UNKNOWN);
        assertThat(accounts(org)).isPositive();
    }

    @Test
    void anOrgWhoseSecretsAreGoneAsksToSignInAgain() throws Exception {
        signIn();
        secrets.remove("org/brightwater-instruments/sign-in");

        Orgs again = new Orgs(store, secrets, http, clock);

        assertThatThrownBy(() -> accounts(again.list().getFirst()))
                .isInstanceOf(SalesforceException.SignInNeeded.class)
                .hasMessageContaining("no longer among the secrets");
    }

    @Test
    void disconnectingRemovesTheSecretsAndEndsTheSessionAtSalesforce() throws Exception {
        ConnectedOrg connected = signIn();
        List<OrgChange.Kind> told = new ArrayList<>();
        orgs.onChange(change -> told.add(change.kind()));

        orgs.disconnect(connected.org().id());

        assertThat(orgs.list()).isEmpty();
        assertThat(orgs.find(connected.org().id())).isEmpty();
        assertThat(secrets.get("org/brightwater-instruments/sign-in")).isEmpty();
        assertThat(told).startsWith(OrgChange.Kind.DISCONNECTING, OrgChange.Kind.DISCONNECTED);
        assertThatThrownBy(() -> accounts(connected)).isInstanceOf(SalesforceException.SignInNeeded.class);
        assertThat(new Orgs(store, secrets, http, clock).list()).isEmpty();
    }

    @Test
    void anOrgThatSomethingRefersToStaysWholeIfItCannotGo() throws Exception {
        ConnectedOrg connected = signIn();
        store.run(db -> db.createStatement().executeUpdate("CREATE TABLE holder (org_id TEXT REFERENCES org (id))"));
        store.run(db -> db.createStatement()
                .executeUpdate("INSERT INTO holder VALUES ('" + connected.org().id() + "')"));

        assertThatThrownBy(() -> orgs.disconnect(connected.org().id())).isInstanceOf(StoreException.class);

        assertThat(orgs.list()).hasSize(1);
        assertThat(accounts(connected)).isPositive();
    }

    @Test
    void theOrgThatComesWithOrgbenchKeepsItsNewNameAndStays() {
        SignIn client = new SignIn.ClientCredentials(demo.clientId(), demo.clientSecret());
        orgs.connect("demo", "Demo org", OrgKind.DEMO, demo.uri(), client);
        orgs.rename("demo", "My demo");
        orgs.disconnect("demo");

        Orgs again = new Orgs(store, secrets, http, clock);
        assertThat(again.list()).isEmpty();
        assertThat(again.connect("demo", "Demo org", OrgKind.DEMO, demo.uri(), client)
                        .label())
                .isEqualTo("My demo");
        assertThat(again.list().getFirst().isRemovable()).isFalse();
    }

    @Test
    void aPastedSessionIsCheckedAndKeptAndNotEndedByDisconnecting() throws Exception {
        ConnectedOrg connected = orgs.add(demo.uri(), new SignIn.PastedSession(demo.accessToken()));

        assertThat(connected.way()).isEqualTo(SignInWay.PASTED);
        assertThat(accounts(connected)).isPositive();
        orgs.disconnect(connected.org().id());

        assertThat(accounts(orgs.add(demo.uri(), new SignIn.PastedSession(demo.accessToken()))))
                .isPositive();
    }

    @Test
    void aBadSessionIsNotKept() {
        assertThatThrownBy(() -> orgs.add(demo.uri(), new SignIn.PastedSession("00D000000000000!nope")))
                .isInstanceOf(SignInFailedException.class)
                .hasMessageContaining("does not take this session");
        assertThat(orgs.list()).isEmpty();
    }

    @Test
    void anOrgThatDoesNotAnswerIsNotKept() {
        demo.set(DemoFault.LOST_CONNECTION, true);

        assertThatThrownBy(() -> orgs.add(demo.uri(), new SignIn.PastedSession(demo.accessToken())))
                .isInstanceOf(SalesforceException.Unreachable.class);
        assertThat(orgs.list()).isEmpty();
    }

    @Test
    void anOrgWithASecondNameLikeItGetsOneOfItsOwn() throws Exception {
        try (MockWebServer acme = new MockWebServer();
                MockWebServer uat = new MockWebServer()) {
            for (MockWebServer server : List.of(acme, uat)) {
                server.start();
                server.enqueue(json("{\"records\":[{\"Id\":\"00D" + server.getPort()
                        + "\",\"Name\":\"Acme Örg\",\"IsSandbox\":" + (server == uat)
                        + ",\"OrganizationType\":\"Enterprise Edition\",\"InstanceName\":\"USA1\"}]}"));
                server.enqueue(new MockResponse.Builder()
                        .code(403)
                        .body("Bad_OAuth_Token")
                        .build());
            }

            ConnectedOrg one = orgs.add(acme.url("/").uri(), new SignIn.PastedSession("a"));
            ConnectedOrg two = orgs.add(uat.url("/").uri(), new SignIn.PastedSession("b"));

            assertThat(one.org().id()).isEqualTo("acme-org");
            assertThat(one.org().kind()).isEqualTo(OrgKind.PRODUCTION);
            assertThat(one.userName()).isNull();
            assertThat(two.org().label()).startsWith("Acme Örg (");
            assertThat(two.org().kind()).isEqualTo(OrgKind.SANDBOX);
            assertThat(acme.takeRequest(1, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void aUserWhoMayNotReadTheOrganizationIsConnectedAllTheSameAndCountsAsInProduction() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder()
                    .code(400)
                    .body(
                            "[{\"errorCode\":\"INVALID_TYPE\",\"message\":\"sObject type 'Organization' is not supported.\"}]")
                    .build());
            server.enqueue(json("{\"preferred_username\":\"kim@acme.example\"}"));

            ConnectedOrg org = orgs.add(server.url("/").uri(), new SignIn.PastedSession("a"));

            assertThat(org.org().kind()).isEqualTo(OrgKind.PRODUCTION);
            assertThat(org.userName()).isEqualTo("kim@acme.example");
        }
    }

    @Test
    void whetherAnOrgAnswersIsToldAsItChanges() throws Exception {
        ConnectedOrg connected = signIn();
        List<Reach> told = new ArrayList<>();
        orgs.onChange(change -> told.add(change.org().reach()));
        demo.set(DemoFault.LOST_CONNECTION, true);
        assertThatThrownBy(() -> accounts(connected)).isInstanceOf(SalesforceException.Unreachable.class);
        demo.set(DemoFault.LOST_CONNECTION, false);
        accounts(connected);
        accounts(connected);

        assertThat(told).containsExactly(Reach.UNREACHABLE, Reach.CONNECTED);
    }

    @Test
    void noSecretIsInWhatAnOrgIsPrintedAs() throws Exception {
        ConnectedOrg connected = signIn();

        SignIn.BrowserSignIn kept = (SignIn.BrowserSignIn) SignInText.read(
                secrets.get("org/brightwater-instruments/sign-in").orElseThrow());
        assertThat(connected.toString() + kept + orgs.list())
                .doesNotContain(kept.accessToken())
                .doesNotContain(kept.refreshToken());
    }

    private ConnectedOrg signIn() throws Exception {
        WebServerFlow.Granted granted = granted();
        return orgs.add(granted.instanceUrl(), granted.signIn());
    }

    private WebServerFlow.Granted granted() throws Exception {
        BrowserSignIns signIns = new BrowserSignIns(http, clock, 0, Duration.ofSeconds(20));
        try (BrowserSignIns.Pending pending = signIns.begin(new LoginHost(demo.uri()), demo.clientId())) {
            browser.allow(pending.address());
            return pending.exchange(pending.awaitCode());
        }
    }

    private void revoke(String token) throws IOException {
        browser.get(HttpUrl.get(demo.uri() + "/services/oauth2/revoke?token=" + token));
    }

    private static int accounts(ConnectedOrg org) throws SalesforceException {
        return org.org()
                .connection()
                .as(exchange -> {})
                .query(COUNT)
                .path("totalSize")
                .asInt();
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }
}
