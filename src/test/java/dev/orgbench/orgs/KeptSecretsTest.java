package dev.orgbench.orgs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KeptSecretsTest {
    private static final String NAME = "server/7f3c/token";

    @TempDir
    Path folder;

    private final StandInKeychain keychain = new StandInKeychain();
    private final AtomicInteger looked = new AtomicInteger();
    private final List<KeptSecrets> opened = new ArrayList<>();
    private SecretFile file;

    @BeforeEach
    void open() throws IOException {
        file = SecretFile.open(folder);
    }

    @AfterEach
    void close() {
        keychain.unlock();
        opened.forEach(KeptSecrets::close);
    }

    @Test
    void aKeychainThatAnswersHasTheSecretAndTheFileHasNot() throws IOException {
        KeptSecrets secrets = found(Optional.of(keychain));
        secrets.put(NAME, "hush");

        assertThat(keychain.entries).containsEntry(NAME, "hush");
        assertThat(SecretFile.open(folder).get(NAME)).isEmpty();
        assertThat(secrets(Optional.of(keychain)).get(NAME)).contains("hush");
        assertThat(secrets.place()).isEqualTo(new SecretPlace(true, "the Stand-in"));
    }

    @Test
    void withoutAKeychainTheFileHasIt() throws IOException {
        KeptSecrets secrets = secrets(Optional.empty());
        secrets.put(NAME, "hush");

        assertThat(secrets.place().keychain()).isFalse();
        secrets.put(NAME, "hush hush");
        assertThat(SecretFile.open(folder).get(NAME)).contains("hush hush");
        secrets.remove(NAME);
        assertThat(secrets.get(NAME)).isEmpty();
    }

    @Test
    void nothingLooksForAKeychainUnlessASecretIsThere() {
        assertThat(secrets(Optional.of(keychain)).get("org/other/sign-in")).isEmpty();
        assertThat(looked).hasValue(0);
    }

    @Test
    void whatAnEarlierRunKeptInTheFileMovesWhenItIsRead() throws Exception {
        file.put(NAME, "hush");
        KeptSecrets secrets = secrets(Optional.of(keychain));

        assertThat(secrets.get(NAME)).contains("hush");

        untilInKeychainAlone(NAME);
        assertThat(secrets.get(NAME)).contains("hush");
    }

    @Test
    void aSecretThatTheKeychainRefusesStaysInTheFile() {
        keychain.refuses = true;
        KeptSecrets secrets = found(Optional.of(keychain));

        secrets.put(NAME, "hush");

        assertThat(file.get(NAME)).contains("hush");
        assertThat(secrets.get(NAME)).contains("hush");
    }

    @Test
    void aSecretThatTheKeychainForgetsAtOnceStaysInTheFile() {
        keychain.forgets = true;
        found(Optional.of(keychain)).put(NAME, "hush");

        assertThat(file.get(NAME)).contains("hush");
    }

    @Test
    void aKeychainThatIsGoneIsToldAndNothingIsLost() {
        found(Optional.of(keychain)).put(NAME, "hush");

        assertThatThrownBy(() -> secrets(Optional.empty()).get(NAME))
                .isInstanceOf(SecretsException.class)
                .hasMessageContaining("Unlock it");
        assertThat(secrets(Optional.of(keychain)).get(NAME)).contains("hush");
    }

    @Test
    @Timeout(5)
    void nobodyWaitsUntilAKeychainIsFound_whichThenTakesWhatWasPut() throws Exception {
        CountDownLatch found = new CountDownLatch(1);
        KeptSecrets secrets = opened(
                () -> {
                    await(found);
                    return Optional.of(keychain);
                },
                Duration.ofMinutes(1));

        secrets.put(NAME, "hush");
        assertThat(secrets.get(NAME)).contains("hush");
        assertThat(file.get(NAME)).contains("hush");

        found.countDown();
        untilInKeychainAlone(NAME);
    }

    @Test
    @Timeout(5)
    void aLockedKeychainIsWaitedForOnce_andTakesWhatWasPutWhenItIsUnlocked() throws Exception {
        KeptSecrets secrets = opened(() -> Optional.of(keychain), Duration.ofMillis(300));
        secrets.place();
        secrets.put("other", "kept");
        keychain.lock();

        secrets.put(NAME, "hush");
        assertThat(secrets.get(NAME)).contains("hush");
        long begun = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> secrets.get("other"))
                    .isInstanceOf(SecretsException.class)
                    .hasMessageContaining("Stand-in")
                    .hasMessageContaining("Unlock it");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));

        keychain.unlock();
        untilInKeychainAlone(NAME);
        untilItAnswers(secrets);
        assertThat(secrets.get("other")).contains("kept");
        assertThat(secrets.get(NAME)).contains("hush");
    }

    @Test
    void whatIsRemovedWhileTheKeychainIsLockedDoesNotComeBack() throws Exception {
        KeptSecrets secrets = opened(() -> Optional.of(keychain), Duration.ofMillis(50));
        secrets.place();
        keychain.lock();
        secrets.put(NAME, "hush");

        secrets.remove(NAME);
        assertThat(secrets.get(NAME)).isEmpty();

        keychain.unlock();
        secrets.put("last", "done");
        untilInKeychainAlone("last");
        assertThat(secrets.get(NAME)).isEmpty();
        assertThat(keychain.entries).containsOnlyKeys("last");
    }

    @Test
    void theLastThatWasPutIsTheOneThatIsKept() throws Exception {
        KeptSecrets secrets = opened(() -> Optional.of(keychain), Duration.ofMillis(50));
        secrets.place();
        keychain.lock();
        secrets.put(NAME, "first");
        secrets.put(NAME, "second");
        assertThat(secrets.get(NAME)).contains("second");

        keychain.unlock();
        untilInKeychainAlone(NAME);
        untilItAnswers(secrets);
        assertThat(keychain.entries).containsEntry(NAME, "second");
        assertThat(secrets.get(NAME)).contains("second");
    }

    @Test
    void removingRemovesItEverywhere() {
        KeptSecrets secrets = found(Optional.of(keychain));
        secrets.put(NAME, "hush");

        secrets.remove(NAME);

        assertThat(keychain.entries).isEmpty();
        assertThat(secrets.get(NAME)).isEmpty();
    }

    private void untilInKeychainAlone(String name) throws InterruptedException {
        for (int i = 0; i < 300 && file.get(name).isPresent(); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(file.get(name)).isEmpty();
        assertThat(keychain.entries).containsKey(name);
    }

    private static void untilItAnswers(KeptSecrets secrets) throws InterruptedException {
        for (int i = 0; i < 300 && !secrets.place().keychain(); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** One that somebody has looked for. */
    private KeptSecrets found(Optional<Keychain> there) {
        KeptSecrets secrets = secrets(there);
        secrets.place();
        return secrets;
    }

    private KeptSecrets secrets(Optional<Keychain> there) {
        return opened(
                () -> {
                    looked.incrementAndGet();
                    return there;
                },
                Duration.ofSeconds(5));
    }

    private KeptSecrets opened(Keychain.Finder finder, Duration patience) {
        KeptSecrets secrets = new KeptSecrets(file, finder, patience);
        opened.add(secrets);
        return secrets;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class StandInKeychain implements Keychain {
        final Map<String, String> entries = new ConcurrentHashMap<>();
        volatile CountDownLatch unlocked = new CountDownLatch(0);
        boolean refuses;
        boolean forgets;

        void lock() {
            unlocked = new CountDownLatch(1);
        }

        void unlock() {
            unlocked.countDown();
        }

        @Override
        public String name() {
            return "Stand-in";
        }

        @Override
        public Optional<String> get(String account) {
            await(unlocked);
            return Optional.ofNullable(entries.get(account));
        }

        @Override
        public void put(String account, String secret) throws KeychainException {
            await(unlocked);
            if (refuses) {
                throw new KeychainException("too long", new IOException("2560 bytes"));
            }
            if (!forgets) {
                entries.put(account, secret);
            }
        }

        @Override
        public void remove(String account) {
            await(unlocked);
            entries.remove(account);
        }

        @Override
        public void close() {}
    }
}
