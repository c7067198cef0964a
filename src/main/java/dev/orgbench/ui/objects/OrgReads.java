package dev.orgbench.ui.objects;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.orgs.Org;
import dev.orgbench.salesforce.ObjectDescribe;
import dev.orgbench.salesforce.Salesforce;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.trace.Trace;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What the screen reads of an org. Blocking; safe for use by several threads. */
interface OrgReads {
    /** All objects, in the order of their names. */
    List<ObjectSummary> objects() throws SalesforceException;

    ObjectDescribe describe(String object) throws SalesforceException;

    /** The Tooling API's ids of the custom fields, by the fields' names. */
    Map<String, String> toolingIds(ObjectDescribe object) throws SalesforceException;

    /** How many records there are, those in the recycle bin left out. */
    long count(String object) throws SalesforceException;

    /** An org's own, recorded in {@code trace}. Unchanged describes come from the client's cache. */
    static OrgReads of(Org org, Trace trace) {
        Salesforce salesforce = org.connection().as(trace.recording(org.id(), "Objects"));
        return new OrgReads() {
            @Override
            public List<ObjectSummary> objects() throws SalesforceException {
                JsonNode all = salesforce.describeGlobal().path("sobjects");
                return StreamSupport.stream(all.spliterator(), false)
                        .map(ObjectSummary::of)
                        .sorted(ObjectSummary.BY_NAME)
                        .toList();
            }

            @Override
            public ObjectDescribe describe(String object) throws SalesforceException {
                return salesforce.describe(object);
            }

            @Override
            public Map<String, String> toolingIds(ObjectDescribe object) throws SalesforceException {
                return salesforce.toolingFieldIds(object);
            }

            @Override
            public long count(String object) throws SalesforceException {
                return salesforce
                        .query("SELECT COUNT() FROM " + object)
                        .path("totalSize")
                        .asLong();
            }
        };
    }
}
