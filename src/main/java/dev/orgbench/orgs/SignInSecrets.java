package dev.orgbench.orgs;

import dev.orgbench.salesforce.KeptSignIn;
import dev.orgbench.salesforce.SignIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sign-ins among the secrets, one for each org. */
final class SignInSecrets {
    private static final Logger log = LoggerFactory.getLogger(SignInSecrets.class);

    private final Secrets secrets;

    SignInSecrets(Secrets secrets) {
        this.secrets = secrets;
    }

    /** @throws SecretsException if it cannot be kept */
    void keep(String orgId, SignIn signIn) {
        secrets.put(name(orgId), SignInText.write(signIn));
    }

    void remove(String orgId) {
        secrets.remove(name(orgId));
    }

    /** The sign-in of an org, read when it is needed. */
    KeptSignIn of(String orgId) {
        return new KeptSignIn() {
            @Override
            public SignIn read() {
                try {
                    return secrets.get(name(orgId))
                            .map(SignInText::read)
                            .orElseGet(
                                    () -> new SignIn.Lost("Its sign-in is no longer among the secrets that are kept."));
                } catch (SecretsException e) {
                    return new SignIn.Lost(String.valueOf(e.getMessage()));
                }
            }

            @Override
            public void write(SignIn renewed) {
                try {
                    keep(orgId, renewed);
                } catch (SecretsException e) {
                    // The session goes on; the next start renews again with what is still kept.
                    log.warn("A renewed session of {} was not kept", orgId, e);
                }
            }
        };
    }

    private static String name(String orgId) {
        return "org/" + orgId + "/sign-in";
    }
}
