package dev.orgbench.demo.soap;

/**
 * One operation that a client calls.
 *
 * @param instanceUrl what URLs that lead back to this org begin with
 * @param version {@code 67.0}
 * @param header the envelope's header; without children where there was none
 * @param operation the element that names it, its arguments within
 * @param session the session's id; empty for an operation that needs none
 * @param userId whose session it is; empty likewise
 */
public record SoapCall(String instanceUrl, String version, Xml header, Xml operation, String session, String userId) {
    /** The operation's name. */
    public String name() {
        return operation.name();
    }

    /** What URLs of further pages would begin with. */
    public String base() {
        return "/services/data/v" + version;
    }

    /** Without what the client sent: a session, perhaps a password. */
    @Override
    public String toString() {
        return "SoapCall[" + name() + "]";
    }
}
