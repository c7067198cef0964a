package dev.orgbench.demo.soap.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.query.QueryRequest;
import dev.orgbench.demo.soap.SoapCall;
import dev.orgbench.demo.soap.Xml;
import dev.orgbench.demo.wire.ApiError;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code describeMetadata} and {@code listMetadata}: which types there are, and which components. */
final class Listings {
    /** What Salesforce tells of components that came with the org. */
    private static final String BEGINNING = "1970-01-01T00:00:00.000Z";

    private final Org org;
    private final Components components;

    Listings(Org org, Components components) {
        this.org = org;
        this.components = components;
    }

    List<Xml> describe(SoapCall call) {
        Xml object = Xml.parent(
                "metadataObjects",
                Xml.of("childXmlNames", ComponentType.CUSTOM_FIELD.apiName()),
                Xml.of("childXmlNames", ComponentType.VALIDATION_RULE.apiName()),
                Xml.of("directoryName", "objects"),
                Xml.of("inFolder", false),
                Xml.of("metaFile", false),
                Xml.of("suffix", "object"),
                Xml.of("xmlName", ComponentType.CUSTOM_OBJECT.apiName()));
        return List.of(Xml.parent(
                "result",
                object,
                Xml.of("organizationNamespace", ""),
                Xml.of("partialSaveAllowed", true),
                Xml.of("testRequired", false)));
    }

    List<Xml> list(SoapCall call) throws ApiError, SQLException {
        List<Xml> results = new ArrayList<>();
        for (Xml query : call.operation().children("queries")) {
            ComponentType type = ComponentType.require(query.textOf("type"));
            for (Property property : properties(type)) {
                results.add(property.toXml("result", property.fileName()));
            }
        }
        return results;
    }

    /** Everything that there is of a type. */
    List<Property> properties(ComponentType type) throws ApiError, SQLException {
        Map<String, JsonNode> rows = new HashMap<>();
        String soql = "SELECT Id, CreatedById, CreatedBy.Name, CreatedDate, LastModifiedById, LastModifiedBy.Name,"
                + " LastModifiedDate FROM " + type.apiName();
        org.file()
                .read(db -> org.toolingQueries().query(db, new QueryRequest(soql, "")))
                .records()
                .forEach(row -> rows.put(row.path("Id").asText(), row));
        List<Property> properties = new ArrayList<>();
        for (Components.Kept kept : components.all(type)) {
            properties.add(
                    new Property(kept, rows.get(kept.id()), org.identity().userId()));
        }
        return properties;
    }

    /**
     * What is told of a component beside its content.
     *
     * @param row who made it and when; null for what came with the org
     * @param administrator who is told to have made those
     */
    record Property(Components.Kept kept, @Nullable JsonNode row, String administrator) {
        /** {@code objects/Invoice__c.object}. */
        String fileName() {
            return "objects/" + kept.object() + ".object";
        }

        Xml toXml(String element, String file) {
            return Xml.parent(
                    element,
                    Xml.of("createdById", text("CreatedById", administrator)),
                    Xml.of("createdByName", name("CreatedBy")),
                    Xml.of("createdDate", text("CreatedDate", BEGINNING).replace("+0000", "Z")),
                    Xml.of("fileName", file),
                    Xml.of("fullName", kept.fullName()),
                    Xml.of("id", kept.id()),
                    Xml.of("lastModifiedById", text("LastModifiedById", administrator)),
                    Xml.of("lastModifiedByName", name("LastModifiedBy")),
                    Xml.of(
                            "lastModifiedDate",
                            text("LastModifiedDate", BEGINNING).replace("+0000", "Z")),
                    Xml.of("manageableState", "unmanaged"),
                    Xml.of("type", kept.type().apiName()));
        }

        private String text(String field, String otherwise) {
            return row == null ? otherwise : row.path(field).asText();
        }

        private String name(String relationship) {
            return row == null ? "" : row.path(relationship).path("Name").asText();
        }
    }
}
