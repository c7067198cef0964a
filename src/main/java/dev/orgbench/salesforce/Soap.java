package dev.orgbench.salesforce;

import dev.orgbench.salesforce.SalesforceException.Refused;
import dev.orgbench.trace.Recording;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * SOAP calls to one org. Their session goes in the message's header. A call is sent once; one that the org refused
 * because the session had ended is sent again with a renewed one.
 */
final class Soap {
    private static final String SESSION_ENDED = "INVALID_SESSION_ID";

    private final HttpUrl instance;
    private final Wire wire;
    private final Session session;
    private final Failures failures;

    Soap(HttpUrl instance, Wire wire, Session session, Failures failures) {
        this.instance = instance;
        this.wire = wire;
        this.session = session;
        this.failures = failures;
    }

    /** The answer's body element. */
    Element send(SoapRequest request, Recording recording) throws SalesforceException {
        String token = session.token(recording);
        try {
            return sendOnce(request, token, recording);
        } catch (Refused refused) {
            if (!hasEnded(refused)) {
                throw refused;
            }
        }
        try {
            return sendOnce(request, session.renewed(token, recording), recording);
        } catch (Refused second) {
            throw hasEnded(second)
                    ? failures.signInNeeded("Salesforce refused the renewed one as well: " + second.text() + ".")
                    : second;
        }
    }

    private static boolean hasEnded(Refused refused) {
        return refused.errorCode().equals(SESSION_ENDED) || refused.status() == 401;
    }

    private Element sendOnce(SoapRequest request, String token, Recording recording) throws SalesforceException {
        Request.Builder target = new Request.Builder()
                .url(instance.newBuilder().encodedPath(request.path()).build())
                .header("SOAPAction", "\"\"")
                .header("Accept", "text/xml");
        Wire.Outgoing envelope = new Wire.Outgoing(request.envelope(token), "text/xml; charset=UTF-8", false);
        Wire.Answer answer = wire.send(target, "POST", envelope, recording);
        @Nullable Element body = null;
        try {
            body = child(parse(answer.body()), SoapRequest.ENVELOPE, "Body");
        } catch (SAXException notXml) {
            if (answer.status() < 300) {
                throw failures.notXml(answer.body(), notXml);
            }
        }
        @Nullable Element fault = body == null ? null : child(body, SoapRequest.ENVELOPE, "Fault");
        if (fault != null) {
            throw refused(answer.status(), fault);
        }
        if (answer.status() >= 300) {
            throw failures.refused(answer);
        }
        if (body == null) {
            throw failures.notXml(answer.body(), new SAXException("no SOAP body"));
        }
        return body;
    }

    /** SOAP 1.1 section 4.4; {@code sf:CODE}, and a text that begins with the code. */
    private static Refused refused(int status, Element fault) {
        String faultCode = text(fault, "faultcode");
        String code = faultCode.substring(faultCode.indexOf(':') + 1);
        String message = text(fault, "faultstring");
        String beginning = code + ": ";
        return new Refused(
                status,
                code,
                message.startsWith(beginning) ? message.substring(beginning.length()) : message,
                List.of(),
                null);
    }

    /** The text of the first element of that name below; empty if there is none. */
    static String text(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS("*", name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }

    private static @Nullable Element child(Element parent, String namespace, String name) {
        NodeList found = parent.getElementsByTagNameNS(namespace, name);
        return found.getLength() > 0 && found.item(0) instanceof Element element && element.getParentNode() == parent
                ? element
                : null;
    }

    /** Documents that declare a type are refused: it could name files, or grow without end. */
    private static Element parse(String text) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Thrown());
            return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("the JDK's own parser reads from memory", e);
        }
    }

    /** The JDK's own handler prints. */
    private static final class Thrown implements ErrorHandler {
        @Override
        public void warning(SAXParseException exception) {
            // What could be read is what counts.
        }

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
