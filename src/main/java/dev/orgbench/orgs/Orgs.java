package dev.orgbench.orgs;

import dev.orgbench.salesforce.KeptSignIn;
import dev.orgbench.salesforce.OrgConnection;
import dev.orgbench.salesforce.OrgIdentity;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.salesforce.SignIn;
import dev.orgbench.salesforce.SignInFailedException;
import dev.orgbench.store.Store;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The orgs that a person has connected. Those of earlier runs are there at once; their secrets are read when they are
 * first used. Safe for use by several threads.
 */
public final class Orgs {
    /** The Salesforce API version that Orgbench speaks. */
    public static final String API_VERSION = "62.0";

    private static final Logger log = LoggerFactory.getLogger(Orgs.class);

    private final OrgRows rows;
    private final SignInSecrets secrets;
    private final OkHttpClient http;
    private final Clock clock;
    private final List<Consumer<OrgChange>> listeners = new CopyOnWriteArrayList<>();
    private final Object changing = new Object();
    /** Replaced as a whole, for {@link #find} is asked with every call of an agent. */
    private volatile Map<String, Entry> open = Map.of();

    private record Entry(
            Org org,
            SignInWay way,
            @Nullable String organizationId,
            @Nullable String userName) {
        Entry labelled(String label) {
            return new Entry(new Org(org.id(), label, org.kind(), org.connection()), way, organizationId, userName);
        }

        ConnectedOrg shown() {
            return new ConnectedOrg(org, way, userName, org.connection().reach());
        }
    }

    /** To stop listening. */
    @FunctionalInterface
    public interface Subscription {
        void cancel();
    }

    /** Opens those of earlier runs. Nothing is sent. */
    public Orgs(Store store, Secrets secrets, OkHttpClient http, Clock clock) {
        this.rows = new OrgRows(store);
        this.secrets = new SignInSecrets(secrets);
        this.http = http;
        this.clock = clock;
        for (OrgRows.Row row : rows.connected()) {
            OrgConnection connection = new OrgConnection(
                    row.label(), row.instanceUrl(), API_VERSION, this.secrets.of(row.id()), http, clock);
            hold(new Entry(
                    new Org(row.id(), row.label(), row.kind(), connection),
                    row.way(),
                    row.organizationId(),
                    row.userName()));
        }
    }

    /** Where every org is given anew at each start, and no secret is kept. */
    public Orgs(Store store, OkHttpClient http, Clock clock) {
        this(store, new SecretsOfThisRun(), http, clock);
    }

    /**
     * Opens an org that is given anew at each start, with its secrets; only the name that a person gave it is kept.
     * Nothing is sent yet.
     *
     * @param label what it is called until the person renames it
     */
    public Org connect(String id, String label, OrgKind kind, URI instanceUrl, SignIn signIn) {
        String named = rows.label(id).orElse(label);
        rows.keep(new OrgRows.Row(id, named, instanceUrl, SignInWay.BUILT_IN, kind, null, null), now());
        Org org = new Org(id, named, kind, new OrgConnection(named, instanceUrl, API_VERSION, signIn, http, clock));
        Entry entry = new Entry(org, SignInWay.BUILT_IN, null, null);
        hold(entry);
        tell(OrgChange.Kind.CONNECTED, entry);
        return org;
    }

    /**
     * Connects what a person signed in to, and keeps it. If that user of that org is connected already, this is a new
     * sign-in to it. Two requests ask the org what it is.
     *
     * @param signIn made in the browser, or pasted
     * @throws SignInFailedException if the org does not take the session
     * @throws SalesforceException if the org cannot be asked
     * @throws SecretsException if the secrets cannot be kept; then nothing is connected
     */
    public ConnectedOrg add(URI instanceUrl, SignIn signIn) throws SalesforceException, SignInFailedException {
        OrgConnection connection =
                new OrgConnection(String.valueOf(instanceUrl.getHost()), instanceUrl, API_VERSION, signIn, http, clock);
        OrgIdentity identity = identity(connection, signIn);
        SignInWay way = signIn instanceof SignIn.PastedSession ? SignInWay.PASTED : SignInWay.BROWSER;
        Entry entry;
        boolean known;
        synchronized (changing) {
            Optional<Entry> before = same(identity, instanceUrl);
            known = before.isPresent();
            OrgKind kind = Kinds.of(identity, instanceUrl);
            String label = before.map(e -> e.org().label()).orElseGet(() -> names().label(identity, instanceUrl));
            String id = before.map(e -> e.org().id()).orElseGet(() -> names().id(label));
            OrgConnection used = before.map(e -> e.org().connection()).orElse(connection);
            secrets.keep(id, signIn);
            rows.keep(
                    new OrgRows.Row(
                            id, label, used.instanceUrl(), way, kind, identity.organizationId(), identity.userName()),
                    now());
            used.rename(label);
            used.signedIn(secrets.of(id));
            entry = new Entry(new Org(id, label, kind, used), way, identity.organizationId(), identity.userName());
            if (known) {
                replace(entry);
            } else {
                hold(entry);
            }
        }
        tell(known ? OrgChange.Kind.CHANGED : OrgChange.Kind.CONNECTED, entry);
        return entry.shown();
    }

    /** The org of that id, if it is connected. */
    public Optional<Org> find(String id) {
        return Optional.ofNullable(open.get(id)).map(Entry::org);
    }

    /** All of them, in the order in which they were connected. */
    public List<ConnectedOrg> list() {
        return open.values().stream().map(Entry::shown).toList();
    }

    /** Gives an org another name; errors use it from now on. A blank one, or an id that is not there, changes nothing. */
    public void rename(String id, String label) {
        Entry renamed;
        synchronized (changing) {
            Entry entry = open.get(id);
            if (entry == null
                    || label.isBlank()
                    || label.strip().equals(entry.org().label())) {
                return;
            }
            renamed = entry.labelled(label.strip());
            rows.rename(id, renamed.org().label());
            renamed.org().connection().rename(renamed.org().label());
            replace(renamed);
        }
        tell(OrgChange.Kind.CHANGED, renamed);
    }

    /**
     * Takes an org away, with its secrets; what a person allowed in the browser is ended at Salesforce as well, if that
     * can be reached. An org that comes with each start stays. May wait for the network at the end.
     *
     * @throws dev.orgbench.store.StoreException if something still refers to it; then nothing was taken away
     */
    public void disconnect(String id) {
        Entry entry = open.get(id);
        if (entry == null || entry.way() == SignInWay.BUILT_IN) {
            return;
        }
        tell(OrgChange.Kind.DISCONNECTING, entry);
        OrgConnection connection = entry.org().connection();
        synchronized (changing) {
            SignIn last = secrets.of(id).read();
            rows.remove(id);
            secrets.remove(id);
            Map<String, Entry> fewer = new LinkedHashMap<>(open);
            fewer.remove(id);
            open = fewer;
            connection.signIn(KeptSignIn.inMemory(last));
        }
        tell(OrgChange.Kind.DISCONNECTED, entry);
        try {
            connection.revoke();
        } catch (SalesforceException e) {
            log.info(
                    "The sign-in to {} was not ended at Salesforce: {}",
                    entry.org().label(),
                    e.text());
        }
        connection.signIn(KeptSignIn.inMemory(new SignIn.Lost("The org was disconnected.")));
    }

    /** Tells {@code listener} what happens to orgs, on the thread that does it: it must be quick. */
    public Subscription onChange(Consumer<OrgChange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private static OrgIdentity identity(OrgConnection connection, SignIn signIn)
            throws SalesforceException, SignInFailedException {
        try {
            return connection.identity();
        } catch (SalesforceException.SignInNeeded refused) {
            throw signIn instanceof SignIn.PastedSession
                    ? new SignInFailedException(
                            "The org at " + connection.orgName() + " does not take this session: it has ended, or it"
                                    + " belongs to another org. Copy it again while you are signed in, and paste it.",
                            refused)
                    : new SignInFailedException(refused.text(), refused);
        }
    }

    private Optional<Entry> same(OrgIdentity identity, URI instanceUrl) {
        return open.values().stream()
                .filter(entry -> entry.way() != SignInWay.BUILT_IN)
                .filter(entry -> Objects.equals(entry.userName(), identity.userName()))
                .filter(entry -> Objects.equals(entry.organizationId(), identity.organizationId()))
                .filter(entry -> entry.org().connection().instanceUrl().equals(instanceUrl))
                .findFirst();
    }

    private FreeNames names() {
        return new FreeNames(open.values().stream().map(Entry::org).toList());
    }

    private void hold(Entry entry) {
        replace(entry);
        entry.org().connection().onReach(reach -> {
            Entry now = open.get(entry.org().id());
            if (now != null) {
                tell(OrgChange.Kind.CHANGED, now);
            }
        });
    }

    private void replace(Entry entry) {
        synchronized (changing) {
            Map<String, Entry> more = new LinkedHashMap<>(open);
            more.put(entry.org().id(), entry);
            open = more;
        }
    }

    private void tell(OrgChange.Kind kind, Entry entry) {
        OrgChange change = new OrgChange(kind, entry.shown());
        listeners.forEach(listener -> listener.accept(change));
    }

    private String now() {
        return Instant.now(clock).toString();
    }
}
