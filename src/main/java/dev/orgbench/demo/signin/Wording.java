package dev.orgbench.demo.signin;

/** What sign-ins are told that fail. ("OAuth 2.0 ... Flow", help.salesforce.com; texts not confirmed.) */
final class Wording {
    static final String AUTHENTICATION_FAILURE = "authentication failure";
    static final String INVALID_ASSERTION = "invalid assertion";
    static final String INVALID_AUDIENCE = "audience is invalid";
    static final String EXPIRED_ASSERTION = "expired authorization code";
    static final String NOT_APPROVED = "user hasn't approved this consumer";
    static final String PENDING = "end-user hasn't authorized yet";
    static final String TOO_OFTEN = "polling too frequently";
    static final String DENIED = "end-user denied authorization";
    static final String NO_DEVICE = "invalid or expired device code";
    static final String BAD_TOKEN = "Bad_OAuth_Token";
    static final String MISSING_TOKEN = "Missing_OAuth_Token";
    static final String WRONG_ORG = "Wrong_Org";
    static final String NO_ACCESS = "No_Access";
    static final String ONLY_JSON = "The demo org tells identities in JSON only: leave format=xml out";

    private Wording() {}
}
