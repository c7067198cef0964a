package dev.orgbench.tools;

import dev.orgbench.demo.DemoOrg;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.orgs.Org;
import dev.orgbench.orgs.OrgKind;
import dev.orgbench.salesforce.OrgConnection;
import dev.orgbench.salesforce.SignIn;
import dev.orgbench.trace.Exchange;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.OkHttpClient;

/** A demo org, connected, with the bundled tools on it. For a field with {@code AutoClose}. */
public final class DemoTools implements AutoCloseable {
    private final TestOrg demo = TestOrg.inMidMonth();
    private final OkHttpClient http = new OkHttpClient();
    private final ToolCatalogue catalogue = FakeOrg.bundledCatalogue();
    private final Org org;
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    /** A new one. */
    public DemoTools() {
        DemoOrg started = demo.org();
        org = connected(
                "demo", started.uri(), new SignIn.ClientCredentials(started.clientId(), started.clientSecret()));
    }

    /** Terms that allow all tools on some objects; no objects for no limit. */
    public static Terms terms(Set<String> readable, Set<String> writable) {
        return Terms.of(new Scope(Set.of(), Set.of(), Set.of(), new ObjectScope(readable, writable)));
    }

    /** The demo org itself. */
    public TestOrg demo() {
        return demo;
    }

    /** The demo org as it is connected. */
    public Org org() {
        return org;
    }

    /** Its client. */
    public OrgConnection connection() {
        return org.connection();
    }

    /** An org that nothing answers for. */
    public Org unreachable() {
        return connected("gone", URI.create("http://127.0.0.1:1"), new SignIn.PastedSession("00D!session"));
    }

    /** The bundled tools. */
    public ToolCatalogue catalogue() {
        return catalogue;
    }

    /** What was sent with {@link #work}. */
    public List<Exchange> exchanges() {
        return exchanges;
    }

    /** Records in {@link #exchanges}. */
    public Work work() {
        return Work.of(exchanges::add);
    }

    private Org connected(String id, URI uri, SignIn signIn) {
        return new Org(
                id,
                "The " + id + " org",
                OrgKind.DEMO,
                new OrgConnection("The " + id + " org", uri, "62.0", signIn, http, Clock.systemUTC()));
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
        demo.close();
    }
}
