package dev.orgbench.orgs;

/**
 * Where secrets are kept, to be shown.
 *
 * @param keychain whether it is the operating system's keychain
 * @param words as {@code the macOS Keychain}
 */
public record SecretPlace(boolean keychain, String words) {
    static final SecretPlace FILE = new SecretPlace(
            false, "an encrypted file that only your user account can read, as no keychain answers here");

    static SecretPlace of(Keychain keychain) {
        return new SecretPlace(true, "the " + keychain.name());
    }
}
