package dev.orgbench.demo.composite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.data.RecordInput;
import dev.orgbench.demo.schema.ChildRelationship;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.ApiError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record of a tree.
 *
 * @param parent the reference id of the record that it hangs on, or null
 * @param parentField the field that points there, empty at the top
 */
record TreeRecord(
        String referenceId,
        SObject object,
        RecordInput input,
        @Nullable String parent,
        String parentField) {
    private static final int MOST_RECORDS = 200;
    private static final int MOST_LEVELS = 5;
    private static final int MOST_TYPES = 5;

    /** Records as they were sent, that hang on the same record. */
    private record Branch(
            JsonNode records, SObject object, @Nullable String parent, String parentField) {}

    /** The records of the tree, level by level. */
    static List<TreeRecord> read(Schema schema, SObject root, ObjectNode body) throws ApiError {
        List<TreeRecord> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> types = new HashSet<>();
        List<Branch> level = List.of(new Branch(body.path("records"), root, null, ""));
        for (int depth = 1; !level.isEmpty(); depth++) {
            if (depth > MOST_LEVELS) {
                throw Wording.limit("levels in a tree", MOST_LEVELS);
            }
            List<Branch> below = new ArrayList<>();
            for (Branch branch : level) {
                if (!(branch.records() instanceof ArrayNode) || branch.records().isEmpty()) {
                    throw Wording.missing("records");
                }
                for (JsonNode node : branch.records()) {
                    TreeRecord record = one(schema, branch, node, below);
                    if (!names.add(record.referenceId())) {
                        throw Wording.duplicateReferenceId(record.referenceId());
                    }
                    types.add(record.object().name());
                    all.add(record);
                }
            }
            level = below;
        }
        if (all.size() > MOST_RECORDS) {
            throw Wording.tooMany(MOST_RECORDS);
        }
        if (types.size() > MOST_TYPES) {
            throw Wording.limit("types in a tree", MOST_TYPES);
        }
        return all;
    }

    private static TreeRecord one(Schema schema, Branch branch, JsonNode node, List<Branch> below) throws ApiError {
        String type = Part.text(node.path("attributes"), "type");
        String referenceId = Part.text(node.path("attributes"), "referenceId");
        SObject object = schema.object(type).orElseThrow(() -> ApiError.noSuchType(type));
        if (!object.name().equals(branch.object().name())) {
            throw new ApiError(
                    400,
                    "INVALID_TYPE",
                    "A record here must be of the type " + branch.object().name() + ", not " + type);
        }
        ObjectNode own = ((ObjectNode) node).deepCopy();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            Optional<ChildRelationship> children = children(schema, object, entry);
            if (children.isPresent()) {
                own.remove(entry.getKey());
                SObject child = schema.object(children.get().childSObject()).orElseThrow(ApiError::notFound);
                below.add(new Branch(
                        entry.getValue().path("records"),
                        child,
                        referenceId,
                        children.get().field()));
            }
        }
        return new TreeRecord(referenceId, object, RecordInput.of(own), branch.parent(), branch.parentField());
    }

    private static Optional<ChildRelationship> children(
            Schema schema, SObject object, Map.Entry<String, JsonNode> entry) {
        return entry.getValue().has("records")
                ? schema.childRelationships(object).stream()
                        .filter(relationship -> entry.getKey().equalsIgnoreCase(relationship.relationshipName()))
                        .findFirst()
                : Optional.empty();
    }
}
