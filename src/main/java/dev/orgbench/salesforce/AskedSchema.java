package dev.orgbench.salesforce;

import dev.orgbench.salesforce.SalesforceException.Refused;
import dev.orgbench.soql.schema.Lookup;
import dev.orgbench.soql.schema.ObjectSchema;
import dev.orgbench.soql.schema.ObjectSummary;
import dev.orgbench.soql.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an org's describes tell, each asked for once and waited for: for one piece of work, by one thread. It knows no
 * list of all objects. {@link OrgSchema} is the one that never blocks.
 */
public final class AskedSchema implements Schema {
    private static final int BROKEN_DOWN = 500;

    private final Asking asking;
    private final Map<String, Lookup<ObjectSchema>> described = new HashMap<>();
    private @Nullable SalesforceException failure;

    /** Gives the describe of an object. */
    public interface Asking {
        /**
         * Asks the org, or whoever knows.
         *
         * @throws SalesforceException of status 404 if there is no such object
         */
        ObjectDescribe describe(String object) throws SalesforceException;
    }

    public AskedSchema(Asking asking) {
        this.asking = asking;
    }

    @Override
    public Lookup<List<ObjectSummary>> objects() {
        return new Lookup.Pending<>();
    }

    @Override
    public Lookup<ObjectSchema> object(String name) {
        return described.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> describe(name));
    }

    private Lookup<ObjectSchema> describe(String name) {
        if (failure != null && !isOfOneObject(failure)) {
            return new Lookup.Pending<>();
        }
        try {
            return new Lookup.Found<>(asking.describe(name).schema());
        } catch (SalesforceException e) {
            if (e instanceof Refused refused && refused.status() == 404) {
                return new Lookup.Absent<>();
            }
            failure = e;
            return new Lookup.Pending<>();
        }
    }

    /** Why a describe could not be had, and its object was taken as pending: the last one, empty if all could. */
    public Optional<SalesforceException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Whether the org broke down over one object's describe: it may answer all else. Limits and outages are of the org. */
    public static boolean isOfOneObject(SalesforceException failure) {
        return failure instanceof Refused refused && refused.status() == BROKEN_DOWN;
    }
}
