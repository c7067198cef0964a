package dev.orgbench.salesforce;

/** How a session is obtained. */
public sealed interface SignIn {
    /** OAuth 2.0 client credentials: {@code POST {instance}/services/oauth2/token}. Renewable without a person. */
    record ClientCredentials(String clientId, String clientSecret) implements SignIn {
        @Override
        public String toString() {
            return "ClientCredentials[clientId=" + clientId + "]";
        }
    }

    /** A session id that a person pasted. Cannot be renewed. */
    record PastedSession(String accessToken) implements SignIn {
        @Override
        public String toString() {
            return "PastedSession[]";
        }
    }

    /**
     * What a person allowed in the browser, see {@link WebServerFlow}. Renewable while the refresh token lives.
     *
     * @param clientId the consumer key that it was allowed to
     * @param refreshToken empty if the app was given none
     */
    record BrowserSignIn(String clientId, String accessToken, String refreshToken) implements SignIn {
        @Override
        public String toString() {
            return "BrowserSignIn[clientId=" + clientId + "]";
        }
    }

    /**
     * There was one, and its secrets cannot be had any more.
     *
     * @param why a sentence for a person
     */
    record Lost(String why) implements SignIn {}
}
