package dev.orgbench.tools.salesforce.scope;

import dev.orgbench.salesforce.Salesforce;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.salesforce.SalesforceException.Refused;
import dev.orgbench.soql.schema.Lookup;
import dev.orgbench.soql.schema.ObjectSchema;
import dev.orgbench.soql.schema.ObjectSummary;
import dev.orgbench.soql.schema.Schema;
import dev.orgbench.tools.ObjectGate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The org as a server for some objects sees it: other objects are not there, and are not asked for. Each object is
 * described once, and waited for. For one call, by one thread.
 */
final class ReadableSchema implements Schema {
    private final Salesforce org;
    private final ObjectGate gate;
    private final Map<String, Lookup<ObjectSchema>> described = new HashMap<>();
    private @Nullable SalesforceException failure;

    ReadableSchema(Salesforce org, ObjectGate gate) {
        this.org = org;
        this.gate = gate;
    }

    @Override
    public Lookup<List<ObjectSummary>> objects() {
        return new Lookup.Pending<>();
    }

    @Override
    public Lookup<ObjectSchema> object(String name) {
        return gate.admits(name)
                ? described.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> describe(name))
                : new Lookup.Absent<>();
    }

    private Lookup<ObjectSchema> describe(String name) {
        try {
            return new Lookup.Found<>(org.describe(name).schema());
        } catch (SalesforceException e) {
            if (e instanceof Refused refused && refused.status() == 404) {
                return new Lookup.Absent<>();
            }
            failure = e;
            return new Lookup.Pending<>();
        }
    }

    /** @throws SalesforceException if a describe failed since */
    void check() throws SalesforceException {
        if (failure != null) {
            throw failure;
        }
    }
}
