package dev.orgbench.salesforce;

import dev.orgbench.soql.schema.Lookup;
import dev.orgbench.soql.schema.ObjectSchema;
import dev.orgbench.soql.schema.ObjectSummary;
import dev.orgbench.soql.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/** An org's schema that is asked for when it is needed and waited for, so that a test need not wait. */
public final class DescribedAtOnce implements Schema {
    private final Salesforce org;
    private final Map<String, ObjectSchema> known = new ConcurrentHashMap<>();
    private final List<ObjectSummary> objects;

    public DescribedAtOnce(Salesforce org) throws SalesforceException {
        this.org = org;
        this.objects = StreamSupport.stream(
                        org.describeGlobal().path("sobjects").spliterator(), false)
                .map(DescribedSchema::summary)
                .toList();
    }

    @Override
    public Lookup<List<ObjectSummary>> objects() {
        return new Lookup.Found<>(objects);
    }

    @Override
    public Lookup<ObjectSchema> object(String name) {
        return Lookup.of(objects.stream()
                .filter(object -> object.name().equalsIgnoreCase(name))
                .findFirst()
                .map(object -> known.computeIfAbsent(object.name(), this::describe)));
    }

    private ObjectSchema describe(String name) {
        try {
            return DescribedSchema.of(org.describe(name));
        } catch (SalesforceException e) {
            throw new AssertionError(e);
        }
    }
}
