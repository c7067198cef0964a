package dev.orgbench.ui.soql;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.salesforce.Salesforce;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.ui.kit.grid.RecordWriter;

/** Changes records through the REST API. */
record OrgRecords(Salesforce org) implements RecordWriter {
    @Override
    public void update(String object, String id, ObjectNode fields) throws SalesforceException {
        org.update(object, id, fields);
    }

    @Override
    public void delete(String object, String id) throws SalesforceException {
        org.delete(object, id);
    }
}
