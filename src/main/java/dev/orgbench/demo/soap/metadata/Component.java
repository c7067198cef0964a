package dev.orgbench.demo.soap.metadata;

import dev.orgbench.demo.ApiError;
import dev.orgbench.demo.soap.Xml;
import java.util.List;

/**
 * A piece of metadata as a client sent it.
 *
 * @param fullName {@code Invoice__c}, or {@code Account.Rank__c}
 * @param xml its keys
 */
record Component(ComponentType type, String fullName, Xml xml) {
    /** One that names itself. */
    static Component read(ComponentType type, Xml xml) throws ApiError {
        String fullName = xml.textOf("fullName");
        if (fullName.isEmpty()) {
            throw ApiError.requiredMissing(List.of("fullName"));
        }
        return new Component(type, fullName, xml);
    }

    /** A field as it stands in its object's file: there it does not say whose it is. */
    static Component fieldOf(String object, Xml xml) {
        return new Component(ComponentType.CUSTOM_FIELD, object + "." + xml.textOf("fullName"), xml);
    }

    /** An object's own fields; standard ones, whose layout a file may hold too, are not the org's to change. */
    List<Component> fields() {
        return type == ComponentType.CUSTOM_OBJECT
                ? xml.children("fields").stream()
                        .filter(field -> field.textOf("fullName").endsWith("__c"))
                        .map(field -> fieldOf(fullName, field))
                        .toList()
                : List.of();
    }
}
