package dev.orgbench.demo.soap;

import dev.orgbench.demo.wire.ApiError;
import java.util.List;

/**
 * A call that fails as a whole. (SOAP API Developer Guide, "Error Handling".)
 *
 * @see Wording for the kinds that a client may be told
 */
public final class SoapFault extends Exception {
    private final String code;
    private final boolean senders;

    private SoapFault(String code, boolean senders, String message) {
        super(message);
        this.code = code;
        this.senders = senders;
    }

    /**
     * One that an API tells of.
     *
     * @param code {@code INVALID_LOGIN}, {@code INVALID_SESSION_ID}, ...
     */
    public static SoapFault of(String code, String message) {
        return new SoapFault(code, false, message);
    }

    static SoapFault of(ApiError error) {
        return of(error.errorCode(), error.text());
    }

    /** For what is no call at all: the SOAP server itself refuses it, before any API sees it. */
    static SoapFault unreadable(String message) {
        return new SoapFault("Client", true, message);
    }

    /** The fault as the envelope's body holds it. */
    Xml toXml() {
        if (senders) {
            return Xml.parent("soapenv:Fault", Xml.of("faultcode", "soapenv:" + code), Xml.of("faultstring", text()));
        }
        String kind = "sf:" + Wording.faultType(code);
        Xml detail = Xml.parent(kind, List.of(Xml.of("sf:exceptionCode", code), Xml.of("sf:exceptionMessage", text())))
                .with("xsi:type", kind);
        return Xml.parent(
                "soapenv:Fault",
                Xml.of("faultcode", "sf:" + code),
                Xml.of("faultstring", code + ": " + text()),
                Xml.parent("detail", detail));
    }

    private String text() {
        return String.valueOf(getMessage());
    }
}
