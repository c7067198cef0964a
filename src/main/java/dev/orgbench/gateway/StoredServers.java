package dev.orgbench.gateway;

import dev.orgbench.orgs.Secrets;
import dev.orgbench.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The register in Orgbench's own file. The file has only the SHA-256 of a token; the token is among the secrets. */
public final class StoredServers implements ServerRegister {
    private final TokenText tokens = new TokenText();
    private final ChangeFeed feed = new ChangeFeed();
    private final ServerTable table;
    private final StoredApiTokens apiTokens;
    private final Secrets secrets;
    private final Clock clock;
    /** Held while a server is read and written again, so that no change undoes another. */
    private final Object changing = new Object();
    /** Held while a secret is kept or forgotten, which a keychain may delay: no change of a server waits for that. */
    private final Object keeping = new Object();

    public StoredServers(Store store, Secrets secrets, Clock clock) {
        this.table = new ServerTable(store);
        this.apiTokens =
                new StoredApiTokens(store, tokens, this::running, clock, serverId -> tell(What.API_TOKENS, serverId));
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public NewServer create(String orgId, String name, McpServer.Config config, @Nullable Instant expiresAt) {
        Instant now = Instant.now(clock);
        McpServer server = new McpServer("mcp-" + tokens.id(), orgId, name, config, expiresAt, now, now, null);
        String token = tokens.token();
        // The secret first: a server whose URL nobody can read again would be worse than a secret without a server.
        secrets.put(secretName(server.id()), token);
        table.insert(server, TokenText.hash(token));
        tell(What.MADE, server.id());
        return new NewServer(server, token);
    }

    @Override
    public <X extends Exception> McpServer change(String serverId, Edit<X> edit) throws X {
        McpServer changed;
        synchronized (changing) {
            McpServer before = running(serverId);
            Choices wanted = edit.of(before);
            changed = new McpServer(
                    serverId,
                    before.orgId(),
                    wanted.name(),
                    wanted.config(),
                    wanted.expiresAt(),
                    before.createdAt(),
                    Instant.now(clock),
                    null);
            table.update(changed);
        }
        tell(What.CHANGED, serverId);
        return changed;
    }

    @Override
    public NewServer rotate(String serverId) {
        String token = tokens.token();
        String hash = TokenText.hash(token);
        McpServer rotated;
        synchronized (changing) {
            running(serverId);
            // The hash first: if the rest fails the old token is dead, which is what was asked for.
            table.setTokenHash(serverId, hash, Instant.now(clock));
            rotated = known(serverId);
        }
        tell(What.ROTATED, serverId);
        synchronized (keeping) {
            // It may have been rotated again, or ended, while this waited.
            if (table.findByHash(hash).isPresent()) {
                secrets.put(secretName(serverId), token);
            }
        }
        return new NewServer(rotated, token);
    }

    @Override
    public McpServer revoke(String serverId) {
        McpServer revoked;
        synchronized (changing) {
            McpServer before = known(serverId);
            if (before.revokedAt() != null) {
                return before;
            }
            Instant now = Instant.now(clock);
            revoked = new McpServer(
                    serverId,
                    before.orgId(),
                    before.name(),
                    before.config(),
                    before.expiresAt(),
                    before.createdAt(),
                    now,
                    now);
            // Refused from here on, also if what follows fails; then the next purge does it.
            table.update(revoked);
        }
        tell(What.ENDED, serverId);
        bury(serverId);
        return revoked;
    }

    @Override
    public void delete(String serverId) {
        try {
            synchronized (changing) {
                table.delete(serverId);
            }
        } finally {
            tell(What.ENDED, serverId);
        }
        forget(serverId);
    }

    @Override
    public Optional<McpServer> find(String serverId) {
        return table.find(serverId);
    }

    @Override
    public Optional<McpServer> findByToken(String token) {
        // Looking up by hash tells an attacker nothing by its timing: he cannot steer the hash's bytes.
        return table.findByHash(TokenText.hash(token));
    }

    @Override
    public List<McpServer> list(String orgId) {
        return table.ofOrg(orgId);
    }

    @Override
    public Optional<String> token(String serverId) {
        return secrets.get(secretName(serverId));
    }

    @Override
    public ApiTokens apiTokens() {
        return apiTokens;
    }

    @Override
    public Map<String, ServerUse> use(String orgId) {
        return table.use(orgId);
    }

    @Override
    public void noteCall(String serverId) {
        table.noteCall(serverId, Instant.now(clock));
        tell(What.USED, serverId);
    }

    @Override
    public Optional<Instant> purge() {
        Instant now = Instant.now(clock);
        List<McpServer> ending = table.withAnEnd();
        List<McpServer> ended =
                ending.stream().filter(server -> !server.isRunning(now)).toList();
        for (McpServer server : ended) {
            if (!isPutOff(server.id(), now)) {
                tell(What.ENDED, server.id());
                bury(server.id());
            }
        }
        return ending.stream()
                .filter(server -> server.isRunning(now))
                .flatMap(server -> Stream.ofNullable(server.expiresAt()))
                .min(Comparator.naturalOrder());
    }

    @Override
    public Subscription subscribe(Consumer<Change> listener) {
        return feed.subscribe(listener);
    }

    private void tell(What what, String serverId) {
        feed.tell(new Change(what, serverId));
    }

    /** Whether its expiry was changed meanwhile. A server that ended cannot be changed any more. */
    private boolean isPutOff(String serverId, Instant now) {
        synchronized (changing) {
            return table.find(serverId).map(server -> server.isRunning(now)).orElse(false);
        }
    }

    /** The secret first: while the hash stands, a purge that was cut off is done again. */
    private void bury(String serverId) {
        forget(serverId);
        table.bury(serverId);
    }

    private void forget(String serverId) {
        synchronized (keeping) {
            secrets.remove(secretName(serverId));
        }
    }

    private McpServer running(String serverId) {
        McpServer server = known(serverId);
        Instant now = Instant.now(clock);
        if (!server.isRunning(now)) {
            throw ServerEndedException.of(server, now);
        }
        return server;
    }

    private McpServer known(String serverId) {
        return table.find(serverId).orElseThrow(ServerEndedException::unknown);
    }

    private static String secretName(String serverId) {
        return "server/" + serverId + "/token";
    }
}
