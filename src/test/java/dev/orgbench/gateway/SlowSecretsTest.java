package dev.orgbench.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orgbench.TestClock;
import dev.orgbench.orgs.Secrets;
import dev.orgbench.orgs.SecretsException;
import dev.orgbench.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The register with its tokens in a keychain that a person has locked. */
@Timeout(10)
class SlowSecretsTest {
    private final TestClock clock = new TestClock();
    private final LockedSecrets secrets = new LockedSecrets();
    private final List<ServerRegister.What> told = new CopyOnWriteArrayList<>();
    private Store store;
    private ServerRegister register;
    private ServerRegister.NewServer made;

    @BeforeEach
    void makeAServer(@TempDir Path folder) throws IOException {
        store = Store.open(folder.resolve("orgbench.db"), clock);
        store.run(connection -> connection
                .createStatement()
                .executeUpdate("INSERT INTO org (id, label, instance_url, kind, created_at)"
                        + " VALUES ('demo', 'Demo', 'http://x', 'demo', 'now')"));
        register = new StoredServers(store, secrets, clock);
        Instant soon = clock.instant().plus(Duration.ofMinutes(1));
        made = register.create("demo", "A", McpServer.Config.EVERYTHING, soon);
        register.subscribe(change -> told.add(change.what()));
        secrets.locked = new CountDownLatch(1);
    }

    @AfterEach
    void close() {
        secrets.locked.countDown();
        store.close();
    }

    static Stream<Consumer<SlowSecretsTest>> ends() {
        return Stream.of(
                test -> test.register.revoke(test.id()),
                test -> test.register.delete(test.id()),
                test -> test.register.rotate(test.id()),
                test -> {
                    test.clock.pass(Duration.ofHours(1));
                    test.register.purge();
                });
    }

    @ParameterizedTest
    @MethodSource("ends")
    void aTokenIsDeadAndEverybodyIsToldBeforeTheKeychainHasForgottenIt(Consumer<SlowSecretsTest> end)
            throws InterruptedException {
        Thread ending = Thread.ofVirtual().start(() -> end.accept(this));
        secrets.asked.await();

        assertThat(told).containsAnyOf(ServerRegister.What.ENDED, ServerRegister.What.ROTATED);
        assertThat(register.findByToken(made.token()).filter(server -> server.isRunning(clock.instant())))
                .isEmpty();

        secrets.locked.countDown();
        ending.join();
        assertThat(secrets.kept).doesNotContainValue(made.token());
    }

    @Test
    void aServerCanBeRevokedWhileTheKeychainStillTakesItsNewToken() throws InterruptedException {
        Thread rotating = Thread.ofVirtual().start(() -> register.rotate(id()));
        secrets.asked.await();
        Thread revoking = Thread.ofVirtual().start(() -> register.revoke(id()));
        while (!told.contains(ServerRegister.What.ENDED)) {
            Thread.onSpinWait();
        }
        assertThat(register.find(id()).map(server -> server.state(clock.instant())))
                .contains(McpServer.State.REVOKED);

        secrets.locked.countDown();
        rotating.join();
        revoking.join();
        assertThat(secrets.kept).isEmpty();
        assertThat(register.token(id())).isEmpty();
    }

    @Test
    void callsComeInByTheHashAlone() {
        secrets.refuses = true;

        assertThat(register.findByToken(made.token())).contains(made.server());
        assertThatThrownBy(() -> register.token(id())).isInstanceOf(SecretsException.class);
    }

    private String id() {
        return made.server().id();
    }

    /** They answer when they are unlocked. */
    private static final class LockedSecrets implements Secrets {
        final Map<String, String> kept = new ConcurrentHashMap<>();
        final CountDownLatch asked = new CountDownLatch(1);
        volatile CountDownLatch locked = new CountDownLatch(0);
        volatile boolean refuses;

        @Override
        public Optional<String> get(String name) {
            if (refuses) {
                throw new SecretsException("Unlock it", null);
            }
            return Optional.ofNullable(kept.get(name));
        }

        @Override
        public void put(String name, String value) {
            untilUnlocked();
            kept.put(name, value);
        }

        @Override
        public void remove(String name) {
            untilUnlocked();
            kept.remove(name);
        }

        private void untilUnlocked() {
            if (locked.getCount() > 0) {
                asked.countDown();
            }
            try {
                locked.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
