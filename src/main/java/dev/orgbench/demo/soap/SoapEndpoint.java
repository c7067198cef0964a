package dev.orgbench.demo.soap;

import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.ApiVersion;
import dev.orgbench.demo.api.Endpoint;
import dev.orgbench.demo.api.Errors;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.signin.IdentityEndpoint;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.http.BodyTooLargeException;
import dev.orgbench.http.HttpRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /services/Soap/u/67.0} and its like: one path per API and version, whatever follows. Faults come with status 500,
 * as SOAP 1.1 wants it (section 6.2).
 */
public final class SoapEndpoint implements Endpoint {
    private static final int LARGEST_BODY = 50 * 1024 * 1024;
    private static final int FAULT = 500;
    private static final String XML = "text/xml;charset=UTF-8";
    private static final Set<Integer> ABOVE_SOAP = Set.of(429, 502, 503);
    private static final Xml NO_HEADER = Xml.parent("Header");

    private final Org org;
    private final Map<String, SoapApi> apis;

    /** @param apis by the letter that stands for them in the path */
    public SoapEndpoint(Org org, Map<String, SoapApi> apis) {
        this.org = org;
        this.apis = apis;
    }

    @Override
    public boolean takes(List<String> path) {
        return path.size() >= 4
                && path.get(0).equals("services")
                && path.get(1).equalsIgnoreCase("soap")
                && apis.containsKey(path.get(2).toLowerCase(Locale.ROOT));
    }

    @Override
    public Answer handle(HttpRequest request, List<String> path) throws IOException {
        if (!request.method().equals("POST")) {
            return Answer.text(405, "text/plain;charset=UTF-8", "SOAP calls are sent by POST")
                    .with("Allow", "POST");
        }
        SoapApi api = api(path);
        try {
            return answered(api, call(api, request, path.get(3)));
        } catch (SoapFault e) {
            return fault(api, e);
        }
    }

    /** What the machines before the API refuse, overload and the like, is no SOAP. */
    @Override
    public Answer refused(ApiError error, List<String> path) {
        return ABOVE_SOAP.contains(error.status()) ? Errors.answer(error) : fault(api(path), SoapFault.of(error));
    }

    private SoapApi api(List<String> path) {
        return Objects.requireNonNull(apis.get(path.get(2).toLowerCase(Locale.ROOT)));
    }

    private Answer answered(SoapApi api, SoapCall call) throws SoapFault {
        try {
            SoapApi.Operation operation =
                    Objects.requireNonNull(api.operations().get(call.name()));
            Xml body = Xml.parent(call.name() + "Response", operation.answer(call));
            return Answer.text(
                    200,
                    XML,
                    XmlWriter.write(
                            envelope(api, api.recordNamespace(), api.header().apply(call), body)));
        } catch (ApiError e) {
            throw SoapFault.of(e);
        } catch (SQLException | RuntimeException e) {
            throw SoapFault.of(Errors.unexpected("SOAP " + call.name(), e));
        }
    }

    private SoapCall call(SoapApi api, HttpRequest request, String versionSegment) throws SoapFault, IOException {
        String version = ApiVersion.normal(versionSegment)
                .orElseThrow(() -> SoapFault.of("UNSUPPORTED_API_VERSION", Wording.noVersion(versionSegment)));
        Xml envelope = envelope(request);
        Xml header = envelope.child("Header").orElse(NO_HEADER);
        Xml operation = envelope.child("Body")
                .filter(_ -> envelope.name().equals("Envelope"))
                .flatMap(body -> body.children().stream().findFirst())
                .orElseThrow(() -> SoapFault.unreadable(Wording.NO_BODY));
        String name = operation.name();
        if (!api.operations().containsKey(name)) {
            throw SoapFault.unreadable(Wording.noOperation(api.namespace(), name));
        }
        String instance = IdentityEndpoint.instanceUrl(request);
        if (api.open().contains(name)) {
            return new SoapCall(instance, version, header, operation, "", "");
        }
        String session = header.child("SessionHeader")
                .map(sent -> sent.textOf("sessionId"))
                .orElse("");
        String userId = org.sessions()
                .userOf(session)
                .orElseThrow(() -> SoapFault.of("INVALID_SESSION_ID", Wording.NO_SESSION));
        count();
        return new SoapCall(instance, version, header, operation, session, userId);
    }

    private static Xml envelope(HttpRequest request) throws SoapFault, IOException {
        try {
            return XmlReader.read(request.body(LARGEST_BODY));
        } catch (BodyTooLargeException e) {
            throw SoapFault.of("EXCEEDED_MAX_SIZE_REQUEST", Wording.TOO_LARGE);
        } catch (MalformedXmlException e) {
            throw SoapFault.unreadable(Wording.unreadable(e));
        }
    }

    private void count() throws SoapFault {
        try {
            // At once closed: what SOAP does here never takes long.
            org.limits().admit(Optional.empty()).close();
        } catch (ApiError e) {
            throw SoapFault.of(e);
        } catch (SQLException e) {
            throw SoapFault.of(Errors.unexpected("counting a request", e));
        }
    }

    private static Answer fault(SoapApi api, SoapFault fault) {
        Xml body = Xml.parent("soapenv:Body", fault.toXml());
        Xml envelope = new Xml("soapenv:Envelope", names(api.faultNamespace()), List.of(body), "", 0, 0);
        return Answer.text(FAULT, XML, XmlWriter.write(envelope));
    }

    private static Xml envelope(SoapApi api, String sf, Optional<Xml> header, Xml content) {
        List<Xml> parts = new ArrayList<>();
        header.ifPresent(part -> parts.add(Xml.parent("soapenv:Header", part)));
        parts.add(Xml.parent("soapenv:Body", content));
        return new Xml("soapenv:Envelope", names(sf), parts, "", 0, 0).with("xmlns", api.namespace());
    }

    private static Map<String, String> names(String sf) {
        return Map.of(
                "xmlns:soapenv", "http://schemas.xmlsoap.org/soap/envelope/",
                "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance",
                "xmlns:xsd", "http://www.w3.org/2001/XMLSchema",
                "xmlns:sf", sf);
    }
}
