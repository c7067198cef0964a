package dev.orgbench.orgs;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets in one AES-256-GCM file, {@code secrets.bin}, with its key beside it in {@code secrets.key}; both readable by
 * their owner alone. It keeps secrets out of backups and searches of the data folder, not from the owner's own programs.
 */
public final class SecretFile implements Secrets {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String OWNER_ONLY = "rw-------";
    private static final JsonMapper JSON = new JsonMapper();

    private final SecureRandom random = new SecureRandom();
    private final Path file;
    private final SecretKeySpec key;
    private final Map<String, String> secrets;

    private SecretFile(Path file, SecretKeySpec key, Map<String, String> secrets) {
        this.file = file;
        this.key = key;
        this.secrets = secrets;
    }

    /**
     * Opens the secrets of a data folder, or begins with none.
     *
     * @throws IOException if they cannot be read, also if the key does not fit
     */
    public static SecretFile open(Path folder) throws IOException {
        Path file = folder.resolve("secrets.bin");
        SecretKeySpec key = key(folder.resolve("secrets.key"), Files.exists(file));
        Map<String, String> secrets =
                Files.exists(file) ? decrypt(Files.readAllBytes(file), key, file) : new TreeMap<>();
        return new SecretFile(file, key, secrets);
    }

    @Override
    public synchronized Optional<String> get(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    @Override
    public synchronized void put(String name, String value) {
        Map<String, String> changed = new TreeMap<>(secrets);
        changed.put(name, value);
        write(changed);
        secrets.put(name, value);
    }

    @Override
    public synchronized void remove(String name) {
        if (secrets.containsKey(name)) {
            Map<String, String> changed = new TreeMap<>(secrets);
            changed.remove(name);
            write(changed);
            secrets.remove(name);
        }
    }

    /** Removes a secret unless it is another by now. */
    synchronized void remove(String name, String value) {
        if (value.equals(secrets.get(name))) {
            remove(name);
        }
    }

    private void write(Map<String, String> changed) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(JSON.writeValueAsBytes(changed));
            writeOwnerOnly(
                    file,
                    ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (IOException | GeneralSecurityException e) {
            throw new SecretsException(
                    "The secrets could not be written to " + file + ": " + e.getMessage()
                            + ". Make room there, or give yourself the right to write there.",
                    e);
        }
    }

    private static Map<String, String> decrypt(byte[] content, SecretKeySpec key, Path file) throws IOException {
        try {
            if (content.length < NONCE_BYTES) {
                throw new GeneralSecurityException("The file is cut off");
            }
            byte[] nonce = Arrays.copyOf(content, NONCE_BYTES);
            byte[] sealed = Arrays.copyOfRange(content, NONCE_BYTES, content.length);
            byte[] plain = cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(sealed);
            return JSON.readValue(plain, new TypeReference<TreeMap<String, String>>() {});
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    "The secrets in " + file + " cannot be read with the key beside it. Move both files away to start"
                            + " without them; URLs and sign-ins must then be made again.",
                    e);
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    /** @param needed whether something was sealed with it; if not, a key that was not written whole is made anew */
    private static SecretKeySpec key(Path file, boolean needed) throws IOException {
        if (!Files.exists(file) || (!needed && Files.size(file) != KEY_BYTES)) {
            byte[] bytes = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(bytes);
            writeOwnerOnly(file, bytes);
        }
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length != KEY_BYTES) {
            throw new IOException("The key file " + file + " is damaged: it has " + bytes.length + " bytes, not "
                    + KEY_BYTES + ". Move it and secrets.bin away to start without them.");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    /** All of it or, if the disk is full or the process is killed, nothing. */
    private static void writeOwnerOnly(Path file, byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        }
        Files.write(fresh, bytes);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
