package dev.orgbench.orgs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSecretsTest {
    @TempDir
    Path folder;

    private final StandInKeychain keychain = new StandInKeychain();
    private final AtomicInteger looked = new AtomicInteger();
    private SecretFile file;

    @BeforeEach
    void open() throws IOException {
        file = SecretFile.open(folder);
    }

    @Test
    void aKeychainThatAnswersHasTheSecretAndTheFileHasNot() throws IOException {
        secrets(Optional.of(keychain)).put("org/acme/sign-in", "hush");

        assertThat(keychain.entries).containsEntry("org/acme/sign-in", "hush");
        assertThat(SecretFile.open(folder).get("org/acme/sign-in")).isEmpty();
        assertThat(secrets(Optional.of(keychain)).get("org/acme/sign-in")).contains("hush");
        assertThat(secrets(Optional.of(keychain)).place()).isEqualTo(new SecretPlace(true, "the Stand-in"));
    }

    @Test
    void withoutAKeychainTheFileHasIt() throws IOException {
        KeptSecrets secrets = secrets(Optional.empty());
        secrets.put("org/acme/sign-in", "hush");

        assertThat(SecretFile.open(folder).get("org/acme/sign-in")).contains("hush");
        assertThat(secrets.place().keychain()).isFalse();
    }

    @Test
    void readingLooksForNoKeychainUnlessTheSecretIsThere() {
        file.put("org/acme/sign-in", "hush");
        KeptSecrets secrets = secrets(Optional.of(keychain));

        assertThat(secrets.get("org/acme/sign-in")).contains("hush");
        assertThat(secrets.get("org/other/sign-in")).isEmpty();
        assertThat(looked).hasValue(0);
    }

    @Test
    void whatStandsInTheFileMovesOnceAKeychainIsKnown() {
        file.put("org/acme/sign-in", "hush");
        KeptSecrets secrets = secrets(Optional.of(keychain));
        secrets.place();

        assertThat(secrets.get("org/acme/sign-in")).contains("hush");

        assertThat(keychain.entries).containsEntry("org/acme/sign-in", "hush");
        assertThat(file.get("org/acme/sign-in")).isEmpty();
        assertThat(secrets.get("org/acme/sign-in")).contains("hush");
    }

    @Test
    void aSecretThatTheKeychainRefusesStaysInTheFile() {
        keychain.refuses = true;
        KeptSecrets secrets = secrets(Optional.of(keychain));

        secrets.put("org/acme/sign-in", "hush");

        assertThat(file.get("org/acme/sign-in")).contains("hush");
        assertThat(secrets.get("org/acme/sign-in")).contains("hush");
    }

    @Test
    void aSecretThatTheKeychainForgetsAtOnceStaysInTheFile() {
        keychain.forgets = true;
        secrets(Optional.of(keychain)).put("org/acme/sign-in", "hush");

        assertThat(file.get("org/acme/sign-in")).contains("hush");
    }

    @Test
    void aKeychainThatIsGoneIsToldAndNothingIsLost() {
        secrets(Optional.of(keychain)).put("org/acme/sign-in", "hush");

        assertThatThrownBy(() -> secrets(Optional.empty()).get("org/acme/sign-in"))
                .isInstanceOf(SecretsException.class)
                .hasMessageContaining("Unlock it");
        assertThat(secrets(Optional.of(keychain)).get("org/acme/sign-in")).contains("hush");
    }

    @Test
    void aKeychainThatHangsIsNotWaitedForLong() {
        CountDownLatch never = new CountDownLatch(1);
        KeptSecrets secrets = new KeptSecrets(
                file,
                () -> {
                    await(never);
                    return Optional.of(keychain);
                },
                Duration.ofMillis(50));

        secrets.put("org/acme/sign-in", "hush");

        assertThat(file.get("org/acme/sign-in")).contains("hush");
        never.countDown();
    }

    @Test
    void removingRemovesItEverywhere() {
        KeptSecrets secrets = secrets(Optional.of(keychain));
        secrets.put("org/acme/sign-in", "hush");

        secrets.remove("org/acme/sign-in");

        assertThat(keychain.entries).isEmpty();
        assertThat(secrets.get("org/acme/sign-in")).isEmpty();
    }

    private KeptSecrets secrets(Optional<Keychain> found) {
        return new KeptSecrets(
                file,
                () -> {
                    looked.incrementAndGet();
                    return found;
                },
                Duration.ofSeconds(5));
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
        boolean refuses;
        boolean forgets;

        @Override
        public String name() {
            return "Stand-in";
        }

        @Override
        public Optional<String> get(String account) {
            return Optional.ofNullable(entries.get(account));
        }

        @Override
        public void put(String account, String secret) throws KeychainException {
            if (refuses) {
                throw new KeychainException("too long", new IOException("2560 bytes"));
            }
            if (!forgets) {
                entries.put(account, secret);
            }
        }

        @Override
        public void remove(String account) {
            entries.remove(account);
        }

        @Override
        public void close() {}
    }
}
