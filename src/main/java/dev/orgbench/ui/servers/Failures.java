package dev.orgbench.ui.servers;

import dev.orgbench.gateway.ServerEndedException;
import dev.orgbench.orgs.SecretsException;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.store.StoreException;
import dev.orgbench.ui.kit.Problem;
import java.io.IOException;

/** Failures of this screen's work, as a person reads them. */
final class Failures {
    private Failures() {}

    static Problem problem(Exception failure) {
        return switch (failure) {
            case ServerEndedException e -> new Problem(null, String.valueOf(e.getMessage()), null);
            case IllegalArgumentException e -> new Problem(null, String.valueOf(e.getMessage()), null);
            case StoreException e -> new Problem(null, String.valueOf(e.getMessage()), "Nothing was changed.");
            case SecretsException e -> new Problem(null, String.valueOf(e.getMessage()), "Then try again.");
            case SalesforceException e -> new Problem(null, e.text(), "The tools above hold all the same.");
            case IOException e ->
                new Problem(null, "The file could not be written: " + e.getMessage(), "Choose another place.");
            default -> Problem.of(failure);
        };
    }
}
