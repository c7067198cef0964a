package dev.orgbench.tools;

import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.salesforce.SalesforceException.Cancelled;
import dev.orgbench.salesforce.SalesforceException.Refused;
import dev.orgbench.salesforce.SalesforceException.SignInNeeded;
import dev.orgbench.salesforce.SalesforceException.Unreachable;
import java.util.Optional;

/** What a failed call says: what failed, Salesforce's own words, which argument, and what to try. */
final class FailureTexts {
    /** Salesforce repeats a value that is too long, whole. */
    private static final int LONGEST_MESSAGE = 4_000;

    private final Behaviours behaviours;

    FailureTexts(Behaviours behaviours) {
        this.behaviours = behaviours;
    }

    String refusal(Call call, Refusal refusal) {
        if (refusal.isAfterwards() && !call.tool().readOnly()) {
            return call.tool().name() + " was carried out, but its answer cannot be given. Do not call it again for that.\n"
                    + refusal.text();
        }
        String nothing =
                switch (refusal.code()) {
                    case "INVALID_ARGUMENT" ->
                        " Nothing was changed in " + call.api().called() + ".";
                    case "OBJECT_NOT_IN_SCOPE" ->
                        " Nothing was read or changed in " + call.api().called() + ".";
                    default -> "";
                };
        return call.tool().name() + " was not carried out." + nothing + "\n" + refusal.text();
    }

    String refused(MethodDefinition method, Call call, Refused refused) {
        StringBuilder text = new StringBuilder()
                .append(call.tool().name())
                .append(" failed: " + call.api().called() + " refused the request (HTTP ")
                .append(refused.status())
                .append(").\n")
                .append(refused.errorCode())
                .append(": ")
                .append(Quoted.cut(refused.text(), LONGEST_MESSAGE));
        if (!refused.fields().isEmpty()) {
            text.append("\nFields: ").append(String.join(", ", refused.fields()));
        }
        String after = refused.retryAfter();
        if (after != null) {
            text.append("\nRetry-After: ").append(after);
        }
        advice(method, call, refused).ifPresent(advice -> text.append("\nTry: ").append(advice));
        return text.toString();
    }

    String failure(Call call, SalesforceException failure) {
        return call.tool().name() + " failed. " + failure.text();
    }

    String code(SalesforceException failure) {
        return switch (failure) {
            case Refused refused -> refused.errorCode();
            case SignInNeeded ignored -> "SIGN_IN_NEEDED";
            case Unreachable ignored -> "UNREACHABLE";
            case Cancelled ignored -> "CANCELLED";
        };
    }

    private Optional<String> advice(MethodDefinition method, Call call, Refused refused) {
        for (String name : method.errors()) {
            Behaviours.Advice behaviour = behaviours.advice().get(name);
            try {
                Optional<String> advice = behaviour == null ? Optional.empty() : behaviour.advise(call, refused);
                if (advice.isPresent()) {
                    return advice;
                }
            } catch (SalesforceException lookingFailed) {
                // Advice needs another request, and that failed; the caller is told of the failure that it asked about.
                break;
            }
        }
        return Optional.ofNullable(method.integration().advice().get(refused.errorCode()));
    }
}
