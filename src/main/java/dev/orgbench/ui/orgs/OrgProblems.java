package dev.orgbench.ui.orgs;

import dev.orgbench.orgs.SecretsException;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.salesforce.SignInFailedException;
import dev.orgbench.store.StoreException;
import dev.orgbench.ui.kit.Problem;
import java.io.IOException;

/** Failures around orgs, as a person reads them. */
final class OrgProblems {
    private OrgProblems() {}

    static Problem of(Exception failure) {
        return switch (failure) {
            case SignInFailedException e -> new Problem(null, e.text(), null);
            case SalesforceException.Refused e -> new Problem(e.errorCode(), e.text(), null);
            case SalesforceException e -> new Problem(null, e.text(), null);
            case SecretsException e ->
                new Problem(
                        null, String.valueOf(e.getMessage()), "Nothing was connected, as its secrets have no place.");
            case StoreException e -> new Problem(null, String.valueOf(e.getMessage()), null);
            case IOException e -> new Problem(null, String.valueOf(e.getMessage()), null);
            default -> Problem.of(failure);
        };
    }
}
