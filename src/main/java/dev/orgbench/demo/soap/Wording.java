package dev.orgbench.demo.soap;

import java.util.Map;

/** What no public source confirms of Salesforce's SOAP: texts of faults, and which type of fault carries which code. */
public final class Wording {
    /** The types that the partner WSDL declares. */
    private static final Map<String, String> FAULT_TYPES = Map.ofEntries(
            Map.entry("INVALID_LOGIN", "LoginFault"),
            Map.entry("INVALID_FIELD", "InvalidFieldFault"),
            Map.entry("INVALID_TYPE", "InvalidSObjectFault"),
            Map.entry("MALFORMED_QUERY", "MalformedQueryFault"),
            Map.entry("MALFORMED_SEARCH", "MalformedSearchFault"),
            Map.entry("INVALID_QUERY_LOCATOR", "InvalidQueryLocatorFault"),
            Map.entry("MALFORMED_ID", "InvalidIdFault"));

    static final String NO_SESSION =
            "Invalid Session ID found in SessionHeader: Illegal Session. Session not found, missing session key";
    static final String NO_BODY = "Failed to parse SOAP message: no operation in the Body of an Envelope";
    static final String TOO_LARGE = "Maximum size of request reached. Maximum size of request is 52428800 bytes.";
    public static final String BAD_LOGIN = "Invalid username, password, security token; or user locked out.";

    private Wording() {}

    static String faultType(String code) {
        return FAULT_TYPES.getOrDefault(code, "UnexpectedErrorFault");
    }

    static String noOperation(String namespace, String operation) {
        return "No operation available for request {" + namespace + "}" + operation;
    }

    static String noVersion(String segment) {
        return "Invalid Api version specified on URL: " + segment;
    }

    static String unreadable(MalformedXmlException e) {
        return "Failed to parse SOAP message: " + e.text() + " [line:" + e.line() + ", column:" + e.column() + "]";
    }
}
