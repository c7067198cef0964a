package dev.orgbench.demo.soap.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.ApiError;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.query.QueryRequest;
import dev.orgbench.demo.schema.Field;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.soap.SoapCall;
import dev.orgbench.demo.soap.Xml;
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
    private final Definitions definitions;

    Listings(Org org, Definitions definitions) {
        this.org = org;
        this.definitions = definitions;
    }

    List<Xml> describe(SoapCall call) {
        Xml object = Xml.parent(
                "metadataObjects",
                Xml.of("childXmlNames", ComponentType.CUSTOM_FIELD.apiName()),
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
        for (SObject object : definitions.objects()) {
            if (type == ComponentType.CUSTOM_OBJECT) {
                properties.add(property(type, object, object.name(), object.id(), rows));
                continue;
            }
            for (Field field : Definitions.customFields(object)) {
                properties.add(property(type, object, object.name() + "." + field.name(), field.id(), rows));
            }
        }
        return properties;
    }

    private Property property(
            ComponentType type,
            SObject object,
            String fullName,
            @Nullable String id,
            Map<String, JsonNode> rows) {
        JsonNode row = id == null ? null : rows.get(id);
        return new Property(type, fullName, "objects/" + object.name() + ".object", id == null ? "" : id, row, org.identity().userId());
    }

    /**
     * What is told of a component beside its content.
     *
     * @param fileName {@code objects/Invoice__c.object}
     * @param row who made it and when; null for what came with the org
     * @param administrator who is told to have made those
     */
    record Property(
            ComponentType type,
            String fullName,
            String fileName,
            String id,
            @Nullable JsonNode row,
            String administrator) {
        Xml toXml(String element, String file) {
            return Xml.parent(
                    element,
                    Xml.of("createdById", text("CreatedById", administrator)),
                    Xml.of("createdByName", name("CreatedBy")),
                    Xml.of("createdDate", text("CreatedDate", BEGINNING).replace("+0000", "Z")),
                    Xml.of("fileName", file),
                    Xml.of("fullName", fullName),
                    Xml.of("id", id),
                    Xml.of("lastModifiedById", text("LastModifiedById", administrator)),
                    Xml.of("lastModifiedByName", name("LastModifiedBy")),
                    Xml.of("lastModifiedDate", text("LastModifiedDate", BEGINNING).replace("+0000", "Z")),
                    Xml.of("manageableState", "unmanaged"),
                    Xml.of("type", type.apiName()));
        }

        private String text(String field, String otherwise) {
            return row == null ? otherwise : row.path(field).asText();
        }

        private String name(String relationship) {
            return row == null ? "" : row.path(relationship).path("Name").asText();
        }
    }
}
