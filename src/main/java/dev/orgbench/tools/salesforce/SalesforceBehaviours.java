package dev.orgbench.tools.salesforce;

import static java.util.Map.entry;

import dev.orgbench.tools.Behaviours;
import dev.orgbench.tools.salesforce.chatgpt.FetchRecord;
import dev.orgbench.tools.salesforce.chatgpt.SearchRecords;
import dev.orgbench.tools.salesforce.scope.ScopeTouches;
import dev.orgbench.tools.salesforce.typed.WritableFields;
import java.util.Map;

/** The behaviours that Salesforce's definitions refer to. */
public final class SalesforceBehaviours {
    private SalesforceBehaviours() {}

    public static Behaviours all() {
        RelatedRecords related = new RelatedRecords();
        return new Behaviours(
                Map.ofEntries(
                        entry("fields_of_record", new FieldsOfRecord()),
                        entry("names_in_query", KnownNames.QUERY),
                        entry("names_in_search", KnownNames.SEARCH),
                        entry("names_in_tooling_query", KnownNames.TOOLING_QUERY),
                        entry("query_reads_only", ReadsOnly.QUERY),
                        entry("search_reads_only", ReadsOnly.SEARCH),
                        entry("known_record", new KnownRecord()),
                        entry("deletable_record", KnownRecord::deletable),
                        entry("known_relationship", related),
                        entry("record_fields", new RecordFields(Writing.CREATE)),
                        entry("changed_fields", new RecordFields(Writing.UPDATE)),
                        entry("known_external_id", new KnownExternalId()),
                        entry("upserted_fields", new RecordFields(Writing.UPSERT)),
                        entry("many_records", new ManyRecords()),
                        entry("custom_object_body", new CustomObjectBody()),
                        entry("table_of_object", new TableOfObject()),
                        entry("custom_object_id", new CustomObjectId()),
                        entry("custom_field_id", new CustomFieldId()),
                        entry("custom_field_body", new CustomFieldBody()),
                        entry("known_profiles", new KnownProfiles()),
                        entry("merge_field_metadata", new MergeMetadata(MergeMetadata.Kind.FIELD)),
                        entry("merge_object_metadata", new MergeMetadata(MergeMetadata.Kind.OBJECT))),
                Map.ofEntries(
                        entry("find_objects", new FindObjects()),
                        entry("describe_object", new DescribeShape()),
                        entry("related_records", related),
                        entry("upserted_record", new Upserted()),
                        entry("many_results", ManyRecords::results),
                        entry("limit_rows", new LimitRows()),
                        entry("created_object", CustomObjectBody::created),
                        entry("custom_objects", new CustomObjectRows()),
                        entry("custom_fields", new CustomFieldRows()),
                        entry("created_field", new FieldGrants()),
                        entry("updated_metadata", MergeMetadata::updated),
                        entry("done", new Done()),
                        entry("search_records", new SearchRecords()),
                        entry("fetch_record", new FetchRecord())),
                Map.of(
                        "explain_query", new QueryAdvice(DescribedObjects.OF_RECORDS),
                        "explain_tooling_query", new QueryAdvice(DescribedObjects.OF_TOOLING),
                        "unknown_object", new UnknownObjectAdvice(),
                        "no_parent", related,
                        "unknown_record", new UnknownRecordAdvice()),
                Map.of(
                        "create_object_by_metadata_api", ByMetadataApi::createObject,
                        "delete_object_by_metadata_api", ByMetadataApi.delete("CustomObject"),
                        "delete_field_by_metadata_api", ByMetadataApi.delete("CustomField")),
                ScopeTouches.all(),
                Map.of("fields_of_new", WritableFields.OF_NEW, "fields_of_changed", WritableFields.OF_CHANGED));
    }
}
