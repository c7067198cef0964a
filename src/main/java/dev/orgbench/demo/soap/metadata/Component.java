package dev.orgbench.demo.soap.metadata;

import dev.orgbench.demo.soap.Xml;
import dev.orgbench.demo.wire.ApiError;
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

    /** What stands in an object's file besides its own keys: there it does not say whose it is. */
    List<Component> parts() {
        return type != ComponentType.CUSTOM_OBJECT
                ? List.of()
                : ComponentType.parts().stream()
                        .flatMap(part -> xml.children(part.element()).stream()
                                .filter(sent -> isOwn(part, sent))
                                .map(sent -> new Component(part, fullName + "." + sent.textOf("fullName"), sent)))
                        .toList();
    }

    /** Standard fields, whose layout a file may hold too, are not the org's to change. */
    private static boolean isOwn(ComponentType part, Xml sent) {
        return part != ComponentType.CUSTOM_FIELD || sent.textOf("fullName").endsWith("__c");
    }
}
