package dev.orgbench.ui.objects;

import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.ui.kit.Problem;

/** What an org's failure says on this screen. */
final class Problems {
    private Problems() {}

    static Problem of(Exception failure) {
        return switch (failure) {
            case SalesforceException.Refused refused -> new Problem(refused.errorCode(), refused.text(), null);
            case SalesforceException other -> new Problem(null, other.text(), null);
            default -> Problem.of(failure);
        };
    }
}
