package dev.orgbench.orgs;

/** Something happened to an org; {@code org} is how it stands afterwards. */
public record OrgChange(Kind kind, ConnectedOrg org) {
    /** What happened. */
    public enum Kind {
        CONNECTED,
        /** Its label, its user, its sign-in, or whether it answers. */
        CHANGED,
        /** It is about to go: whoever keeps something that refers to it lets go of that now. */
        DISCONNECTING,
        DISCONNECTED
    }
}
