package dev.orgbench.salesforce;

/** Where an org's sign-in is kept. Read when the first request is made, not before: a keychain may take its time. */
public interface KeptSignIn {
    /** Never fails: where it cannot be read, {@link SignIn.Lost} says why. */
    SignIn read();

    /** Keeps what a renewal gave, so that the next start need not renew. */
    void write(SignIn renewed);

    /** Kept in memory alone. */
    static KeptSignIn inMemory(SignIn signIn) {
        return new KeptSignIn() {
            @Override
            public SignIn read() {
                return signIn;
            }

            @Override
            public void write(SignIn renewed) {
                // The session itself holds it until the program ends.
            }
        };
    }
}
