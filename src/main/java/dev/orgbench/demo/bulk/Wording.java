package dev.orgbench.demo.bulk;

/**
 * What the Bulk API says. Few of Salesforce's words for these have a public source; the others are from memory, so all are
 * here. Seen in clients' reports of errors: field name not found, records not found, unescaped quote, the line ending's.
 */
final class Wording {
    static final String NO_RECORDS = "InvalidBatch : Records not found";
    static final String ONLY_IDS = "InvalidBatch : The 'delete' batch must contain only ids";
    static final String UNESCAPED_QUOTE =
            "InvalidBatch : Failed to parse CSV. Found unescaped quote. A value with quote should be within a quote";
    static final String OPEN_QUOTE = "InvalidBatch : Failed to parse CSV. EOF reached before closing an opened quote";
    static final String NOT_UTF_8 = "InvalidBatch : Failed to parse CSV. The data is not encoded in UTF-8";
    static final String OBJECT_GONE = "InvalidBatch : The job's object is no longer there";
    static final String NO_QUERY = "InvalidJob : A query must be specified for a query job";
    static final String UPLOADED_TWICE = "InvalidJobState : Data was uploaded to this job already";
    static final String STILL_UPLOADING = "InvalidJobState : Data is being uploaded to this job";
    static final String NOT_CLOSED = "InvalidJob : state must be UploadComplete or Aborted";
    static final String BAD_LOCATOR = "InvalidLocator : The query locator is not valid";
    static final String BAD_MAX_RECORDS = "InvalidJob : maxRecords must be a whole number greater than 0";
    static final String COMPOUND = "Selecting compound data not supported in Bulk Query";
    static final String TOO_MANY_JOBS = "ExceededQuota : Maximum number of jobs in 24 hours exceeded: ";
    static final String NO_SUCH_ID = "invalid cross reference id";

    private Wording() {}

    static String unknownOperation(String name) {
        return "InvalidJob : Unknown operation: '" + name + "'";
    }

    static String missing(String key) {
        return "InvalidJob : Missing required field: " + key;
    }

    static String notOneOf(String key, String value, String choices) {
        return "InvalidJob : '" + value + "' is not a valid " + key + ". Choose one of " + choices;
    }

    static String notSupported(String object) {
        return "InvalidEntity : Entity '" + object + "' is not supported by the Bulk API.";
    }

    static String unknownObject(String object) {
        return "InvalidJob : Unable to find object: " + object;
    }

    static String noExternalId(String field, String object) {
        return "InvalidJob : Field name provided, " + field
                + " does not match an External ID, Salesforce Id, or indexed" + " field for " + object;
    }

    static String notInQueries(String what) {
        return "FunctionalityNotEnabled : " + what + " is not supported by Bulk API queries";
    }

    static String fieldNotFound(String name) {
        return "InvalidBatch : Field name not found : " + name;
    }

    static String duplicateColumn(String name) {
        return "InvalidBatch : Duplicate column : " + name;
    }

    static String unreadable(String reason) {
        return "InvalidBatch : Failed to parse CSV. " + reason;
    }

    static String wrongLineEnding(String setting) {
        return "ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is " + setting;
    }

    static String notAllowed(String doing, JobState state) {
        return "InvalidJobState : " + doing + " a job in state " + state.apiName() + " is not allowed";
    }

    static String notSpecified(String field) {
        return field + " not specified";
    }
}
