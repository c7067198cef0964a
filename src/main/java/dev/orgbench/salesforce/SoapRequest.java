package dev.orgbench.salesforce;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * One SOAP call.
 *
 * @param path from the root of the instance
 * @param namespace of the API, for its header and its operation
 * @param operation writes the operation's element
 */
record SoapRequest(String path, String namespace, Operation operation) {
    static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    /** Writes an operation's element. */
    @FunctionalInterface
    interface Operation {
        void write(XMLStreamWriter out) throws XMLStreamException;
    }

    /** The whole message, as SOAP 1.1 section 4 has it. */
    String envelope(String sessionId) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("soapenv", "Envelope", ENVELOPE);
            out.writeNamespace("soapenv", ENVELOPE);
            out.writeNamespace("xsi", INSTANCE);
            out.writeStartElement("soapenv", "Header", ENVELOPE);
            out.writeDefaultNamespace(namespace);
            out.writeStartElement("SessionHeader");
            out.writeStartElement("sessionId");
            out.writeCharacters(sessionId);
            out.writeEndElement();
            out.writeEndElement();
            out.writeEndElement();
            out.writeStartElement("soapenv", "Body", ENVELOPE);
            out.writeDefaultNamespace(namespace);
            operation.write(out);
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return text.toString();
    }
}
