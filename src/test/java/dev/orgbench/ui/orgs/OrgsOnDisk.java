package dev.orgbench.ui.orgs;

import dev.orgbench.demo.DemoOrg;
import dev.orgbench.demo.trouble.DemoFault;
import dev.orgbench.orgs.BrowserSignIns;
import dev.orgbench.orgs.Org;
import dev.orgbench.orgs.OrgKind;
import dev.orgbench.orgs.Orgs;
import dev.orgbench.orgs.SecretFile;
import dev.orgbench.salesforce.SignIn;
import dev.orgbench.store.Store;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import okhttp3.OkHttpClient;

/** A demo org that is connected as Orgbench connects it, with its controls, in files of a test. */
final class OrgsOnDisk implements AutoCloseable {
    final DemoOrg demo;
    final Orgs orgs;
    final Org builtIn;
    final BrowserSignIns signIns;
    final DemoControls controls = new Controls();
    private final OkHttpClient http = new OkHttpClient();
    private final Store store;

    OrgsOnDisk(Path folder) throws IOException {
        Clock clock = Clock.systemUTC();
        demo = DemoOrg.start(folder.resolve("demo.db"), 0, clock);
        store = Store.open(folder.resolve("orgbench.db"), clock);
        orgs = new Orgs(store, SecretFile.open(folder), http, clock);
        signIns = new BrowserSignIns(http, clock);
        builtIn = orgs.connect(
                "demo",
                "Demo org",
                OrgKind.DEMO,
                demo.uri(),
                new SignIn.ClientCredentials(demo.clientId(), demo.clientSecret()));
    }

    /** How many accounts the demo org has. */
    int accounts() throws Exception {
        return builtIn.connection()
                .as(exchange -> {})
                .query("SELECT COUNT() FROM Account")
                .path("totalSize")
                .asInt();
    }

    @Override
    public void close() {
        store.close();
        demo.close();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private final class Controls implements DemoControls {
        @Override
        public String orgId() {
            return "demo";
        }

        @Override
        public URI loginHost() {
            return demo.uri();
        }

        @Override
        public String clientId() {
            return demo.clientId();
        }

        @Override
        public boolean has(Trouble trouble) {
            return demo.has(DemoFault.valueOf(trouble.name()));
        }

        @Override
        public void set(Trouble trouble, boolean on) {
            demo.set(DemoFault.valueOf(trouble.name()), on);
        }

        @Override
        public void expireSessions() throws IOException {
            demo.expireSessions();
        }

        @Override
        public void reset() throws IOException {
            demo.reset();
        }
    }
}
