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
}
