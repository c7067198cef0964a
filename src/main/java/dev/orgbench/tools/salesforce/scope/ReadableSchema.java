package dev.orgbench.tools.salesforce.scope;

import dev.orgbench.salesforce.AskedSchema;
import dev.orgbench.salesforce.Salesforce;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.soql.schema.Lookup;
import dev.orgbench.soql.schema.ObjectSchema;
import dev.orgbench.soql.schema.ObjectSummary;
import dev.orgbench.soql.schema.Schema;
import dev.orgbench.tools.ObjectGate;
import java.util.List;
import java.util.Optional;

/** The org as a server for some objects sees it: other objects are not there, and are not asked for. */
final class ReadableSchema implements Schema {
    private final AskedSchema asked;
    private final ObjectGate gate;

    ReadableSchema(Salesforce org, ObjectGate gate) {
        this.asked = new AskedSchema(org::describe);
        this.gate = gate;
    }

    @Override
    public Lookup<List<ObjectSummary>> objects() {
        return asked.objects();
    }

    @Override
    public Lookup<ObjectSchema> object(String name) {
        return gate.admits(name) ? asked.object(name) : new Lookup.Absent<>();
    }

    /** @throws SalesforceException if a describe failed since */
    void check() throws SalesforceException {
        Optional<SalesforceException> failure = asked.failure();
        if (failure.isPresent()) {
            throw failure.get();
        }
    }
}
