package dev.orgbench.orgs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
    @TempDir
    Path folder;

    @Test
    void keepsSecretsBetweenRuns() throws IOException {
        SecretFile.open(folder).put("server/1/token", "s3cret-é");
        assertThat(SecretFile.open(folder).get("server/1/token")).contains("s3cret-é");
    }

    @Test
    void forgetsWhatWasRemoved() throws IOException {
        SecretFile secrets = SecretFile.open(folder);
        secrets.put("a", "1");
        secrets.put("b", "2");
        secrets.remove("a");
        assertThat(SecretFile.open(folder).get("a")).isEmpty();
        assertThat(SecretFile.open(folder).get("b")).contains("2");
    }

    @Test
    void writesNothingReadableAndOnlyForItsOwner() throws IOException {
        SecretFile.open(folder).put("server/1/token", "s3cret");
        Path file = folder.resolve("secrets.bin");
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain("s3cret")
                .doesNotContain("token");
        for (String name : new String[] {"secrets.bin", "secrets.key"}) {
            assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        }
    }

    @Test
    void refusesATamperedFileAndSaysWhatToDo() throws IOException {
        SecretFile.open(folder).put("a", "1");
        Path file = folder.resolve("secrets.bin");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(() -> SecretFile.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Move both files away");
    }

    @Test
    void aKeyThatWasNotWrittenWholeIsMadeAnewWhileNothingIsSealedWithIt() throws IOException {
        Files.write(folder.resolve("secrets.key"), new byte[0]);
        SecretFile.open(folder).put("a", "1");
        assertThat(SecretFile.open(folder).get("a")).contains("1");
        Files.write(folder.resolve("secrets.key"), new byte[0]);
        assertThatThrownBy(() -> SecretFile.open(folder)).hasMessageContaining("is damaged");
    }

    @Test
    void whatCouldNotBeWrittenIsNotKept() throws IOException {
        SecretFile secrets = SecretFile.open(folder);
        secrets.put("a", "1");
        Files.createDirectories(folder.resolve("secrets.bin.new").resolve("in the way"));
        assertThatThrownBy(() -> secrets.put("b", "2")).isInstanceOf(SecretsException.class);
        assertThat(secrets.get("b")).isEmpty();
        assertThatThrownBy(() -> secrets.remove("a")).isInstanceOf(SecretsException.class);
        assertThat(secrets.get("a")).contains("1");
    }

    @Test
    void refusesATruncatedFile() throws IOException {
        SecretFile.open(folder).put("a", "1");
        Files.write(folder.resolve("secrets.bin"), new byte[3]);
        assertThatThrownBy(() -> SecretFile.open(folder)).isInstanceOf(IOException.class);
    }
}
