package dev.orgbench.demo.soap.partner;

import dev.orgbench.demo.soap.Xml;

/**
 * How the two forms of the SOAP API differ. (SOAP API Developer Guide, "Choose a WSDL".)
 *
 * @param letter what stands for it in the path
 * @param namespace of the operations
 * @param recordNamespace of records and their fields
 * @param faultNamespace of the details of faults
 */
public record Dialect(String letter, String namespace, String recordNamespace, String faultNamespace) {
    /** Records are all of one type, and say in an element what they are. */
    public static final Dialect PARTNER = new Dialect(
            "u",
            "urn:partner.soap.sforce.com",
            "urn:sobject.partner.soap.sforce.com",
            "urn:fault.partner.soap.sforce.com");

    /** Each object is a type of its own. */
    public static final Dialect ENTERPRISE = new Dialect(
            "c",
            "urn:enterprise.soap.sforce.com",
            "urn:sobject.enterprise.soap.sforce.com",
            "urn:fault.enterprise.soap.sforce.com");

    boolean isPartner() {
        return letter.equals(PARTNER.letter);
    }

    /** The {@code xsi:type} of a record of {@code object}. */
    String recordType(String object) {
        return "sf:" + (isPartner() ? "sObject" : object);
    }

    /** Which object a sent record is one of; empty if it does not say. */
    String objectOf(Xml record) {
        return isPartner() ? record.textOf("type") : record.type();
    }

    /** Whether the element within a record is no field of it. */
    boolean isNoField(String element) {
        return element.equals("fieldsToNull") || element.equals("Id") || (isPartner() && element.equals("type"));
    }
}
