package dev.orgbench.tools.salesforce;

import dev.orgbench.tools.Behaviours;
import dev.orgbench.tools.salesforce.typed.WritableFields;
import java.util.Map;

/** The behaviours that Salesforce's definitions refer to. */
public final class SalesforceBehaviours {
    private SalesforceBehaviours() {}

    public static Behaviours all() {
        return new Behaviours(
                Map.of(
                        "known_fields", new KnownFields(),
                        "record_fields", new RecordFields(),
                        "custom_object_body", new CustomObjectBody(),
                        "table_of_object", new TableOfObject(),
                        "custom_object_id", new CustomObjectId(),
                        "custom_field_id", new CustomFieldId(),
                        "custom_field_body", new CustomFieldBody(),
                        "merge_field_metadata", new MergeMetadata(MergeMetadata.Kind.FIELD),
                        "merge_object_metadata", new MergeMetadata(MergeMetadata.Kind.OBJECT)),
                Map.of(
                        "find_objects", new FindObjects(),
                        "describe_object", new DescribeShape(),
                        "created_object", CustomObjectBody::created,
                        "custom_objects", new CustomObjectRows(),
                        "custom_fields", new CustomFieldRows(),
                        "created_field", new FieldGrants(),
                        "updated_metadata", MergeMetadata::updated,
                        "deleted", new Deleted()),
                Map.of(
                        "explain_query", new QueryAdvice(),
                        "unknown_object", new UnknownObjectAdvice(),
                        "unknown_record", new UnknownRecordAdvice()),
                Map.of("fields_of_new", WritableFields.OF_NEW, "fields_of_changed", WritableFields.OF_CHANGED));
    }
}
