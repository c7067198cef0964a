package dev.orgbench.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.SalesforceException.Refused;
import dev.orgbench.trace.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The Metadata API's calls on single components, {@code createMetadata} and {@code deleteMetadata}, which answer when it
 * is done. Components go by their full names: {@code Invoice__c}, {@code Account.Rank__c}.
 *
 * <p>Metadata API Developer Guide, "CRUD-Based Metadata Calls", developer.salesforce.com.
 */
public final class MetadataApi {
    private static final String NAMESPACE = "http://soap.sforce.com/2006/04/metadata";
    private static final String FULL_NAME = "fullName";
    /** A refusal comes within an answer of this status. */
    private static final int ANSWERED = 200;

    private final OrgConnection org;
    private final Recording recording;

    MetadataApi(OrgConnection org, Recording recording) {
        this.org = org;
        this.recording = recording;
    }

    /** What of {@code metadata} cannot be sent as XML, a dotted path; empty if all can. */
    public static Optional<String> unfit(ObjectNode metadata) {
        return MetadataXml.unfit(metadata);
    }

    /**
     * Makes a component.
     *
     * @param type {@code CustomObject}
     * @param metadata as the Tooling API's {@code Metadata}, of which {@link #unfit} finds nothing
     */
    public void create(String type, String fullName, ObjectNode metadata) throws SalesforceException {
        ObjectNode rest = metadata.deepCopy();
        // A second one would name another component.
        rest.remove(FULL_NAME);
        send(out -> {
            out.writeStartElement("createMetadata");
            out.writeStartElement("metadata");
            out.writeAttribute("xsi", SoapRequest.INSTANCE, "type", type);
            out.writeStartElement(FULL_NAME);
            out.writeCharacters(fullName);
            out.writeEndElement();
            MetadataXml.write(out, rest);
            out.writeEndElement();
            out.writeEndElement();
        });
    }

    /** Deletes a component, and with an object its records. */
    public void delete(String type, String fullName) throws SalesforceException {
        send(out -> {
            out.writeStartElement("deleteMetadata");
            out.writeStartElement("type");
            out.writeCharacters(type);
            out.writeEndElement();
            out.writeStartElement("fullNames");
            out.writeCharacters(fullName);
            out.writeEndElement();
            out.writeEndElement();
        });
    }

    private void send(SoapRequest.Operation operation) throws SalesforceException {
        String path = "/services/Soap/m/" + org.apiVersion();
        Element body = org.changeMetadata(new SoapRequest(path, NAMESPACE, operation), recording);
        if (!Soap.text(body, "success").equals("true")) {
            throw refused(body);
        }
    }

    /** {@code result: {errors: [{fields, message, statusCode}], fullName, success}}. */
    private static Refused refused(Element body) {
        List<String> fields = new ArrayList<>();
        NodeList named = body.getElementsByTagNameNS("*", "fields");
        for (int i = 0; i < named.getLength(); i++) {
            fields.add(named.item(i).getTextContent());
        }
        String code = Soap.text(body, "statusCode");
        String message = Soap.text(body, "message");
        return code.isEmpty()
                ? new Refused(
                        ANSWERED, "UNKNOWN_EXCEPTION", "The Metadata API did not say that it is done.", fields, null)
                : new Refused(ANSWERED, code, message, fields, null);
    }
}
