package dev.orgbench.app;

import dev.orgbench.orgs.Secrets;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Secrets of this data folder itself, made when they are first needed. A start needs them, so no keychain has them. */
final class OwnKeys {
    private static final int BYTES = 32;

    private OwnKeys() {}

    /** Signs what clients keep for us. */
    static byte[] signingKey(Secrets secrets) {
        return HexFormat.of().parseHex(kept(secrets, "tools/cursor-key"));
    }

    /** What programs must present to make servers. */
    static String managementToken(Secrets secrets) {
        return kept(secrets, "gateway/management-token");
    }

    private static String kept(Secrets secrets, String name) {
        return secrets.get(name).orElseGet(() -> {
            byte[] bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            String fresh = HexFormat.of().formatHex(bytes);
            secrets.put(name, fresh);
            return fresh;
        });
    }
}
