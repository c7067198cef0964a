package dev.orgbench.orgs;

import dev.orgbench.salesforce.OrgConnection;
import dev.orgbench.salesforce.SignIn;
import dev.orgbench.store.Store;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import okhttp3.OkHttpClient;

/** The orgs that a person has connected. */
public final class Orgs {
    /** The Salesforce API version that Orgbench speaks. */
    public static final String API_VERSION = "62.0";

    private final Store store;
    private final OkHttpClient http;
    private final Clock clock;
    private final Map<String, Org> open = new ConcurrentSkipListMap<>();

    public Orgs(Store store, OkHttpClient http, Clock clock) {
        this.store = store;
        this.http = http;
        this.clock = clock;
    }

    /** Keeps an org under {@code id}, replacing what was known of it, and opens it. Nothing is sent yet. */
    public Org connect(String id, String label, OrgKind kind, URI instanceUrl, SignIn signIn) {
        store.run(connection -> {
            try (var upsert = connection.prepareStatement(
                    """
                    INSERT INTO org (id, label, instance_url, kind, created_at) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET label = excluded.label, instance_url = excluded.instance_url,
                        kind = excluded.kind""")) {
                upsert.setString(1, id);
                upsert.setString(2, label);
                upsert.setString(3, instanceUrl.toString());
                upsert.setString(4, signIn.getClass().getSimpleName());
                upsert.setString(5, Instant.now(clock).toString());
                return upsert.executeUpdate();
            }
        });
        Org org = new Org(
                id, label, kind, new OrgConnection(label, instanceUrl, API_VERSION, signIn, http, clock));
        open.put(id, org);
        return org;
    }

    /** The org of that id, if it is connected. */
    public Optional<Org> find(String id) {
        return Optional.ofNullable(open.get(id));
    }
}
