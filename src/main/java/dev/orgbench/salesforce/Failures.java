package dev.orgbench.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.trace.SecretMask;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What went wrong with a request to one org, in words that say what to do. */
final class Failures {
    private static final int SHOWN = 160;

    private volatile String orgName;
    private final URI instanceUrl;
    private final Wire.Timeouts timeouts;

    Failures(String orgName, URI instanceUrl, Wire.Timeouts timeouts) {
        this.orgName = orgName;
        this.instanceUrl = instanceUrl;
        this.timeouts = timeouts;
    }

    String orgName() {
        return orgName;
    }

    void rename(String name) {
        orgName = name;
    }

    SalesforceException noAnswer(IOException failure, String method) {
        String what =
                switch (failure) {
                    case SocketTimeoutException e
                    when isConnecting(e) ->
                        thePlace() + " did not accept a connection within "
                                + timeouts.connect().toSeconds() + " seconds. Check the address and the network.";
                    case ConnectException e ->
                        "Nothing answers at " + place() + ". Check that it is running and that the address is right.";
                    case UnknownHostException e ->
                        "The address of " + place() + " is not known. Check it, and the network.";
                    case SSLException e ->
                        "No secure connection to " + place() + " could be made (" + e.getMessage()
                                + "). A proxy may stand in between.";
                    case InterruptedIOException e ->
                        thePlace() + " did not answer within " + timeouts.call().toSeconds() + " seconds."
                                + perhapsDone(method);
                    default ->
                        "The connection to " + place() + " broke before the answer was complete" + reason(failure) + "."
                                + perhapsDone(method);
                };
        return new SalesforceException.Unreachable(what, failure);
    }

    SalesforceException cancelled(String method) {
        return new SalesforceException.Cancelled("The request to " + place() + " was cancelled." + perhapsDone(method));
    }

    SalesforceException signInNeeded(String why) {
        return new SalesforceException.SignInNeeded(
                "The session of the org \"" + orgName + "\" has ended. " + why + " Sign in to the org again.");
    }

    SalesforceException signInRefused(SalesforceException.Refused refused) {
        return new SalesforceException.SignInNeeded("Salesforce refused the sign-in to the org \"" + orgName + "\": "
                + refused.errorCode() + ": " + refused.text()
                + ". Check how the org signs in, and sign in to it again.");
    }

    SalesforceException notJson(String body, JsonProcessingException cause) {
        return new SalesforceException.Unreachable(
                thePlace() + " answered with something other than Salesforce's JSON: " + excerpt(body)
                        + ". A proxy or a sign-in page may stand in between.",
                cause);
    }

    /** An answer with a status of 300 or more. */
    SalesforceException.Refused refused(Wire.Answer answer) {
        String retryAfter = answer.headers().get("Retry-After");
        try {
            JsonNode body = Json.read(answer.body());
            List<Said> errors = said(body);
            if (!errors.isEmpty()) {
                Said first = errors.getFirst();
                StringBuilder message = new StringBuilder(first.message());
                List<String> fields = new ArrayList<>(first.fields());
                for (Said other : errors.subList(1, errors.size())) {
                    message.append("; ").append(other.code()).append(": ").append(other.message());
                    fields.addAll(other.fields());
                }
                return new SalesforceException.Refused(
                        answer.status(), first.code(), message.toString(), fields, retryAfter);
            }
            if (answer.status() == 300 && body.isArray()) {
                return severalRecords(body, retryAfter);
            }
        } catch (JsonProcessingException notJson) {
            // Told below, with the body that came instead of JSON.
        }
        return new SalesforceException.Refused(
                answer.status(), "HTTP_" + answer.status(), withoutJson(answer), List.of(), retryAfter);
    }

    /** An external id that several records have: the answer holds their paths, and no code (sObject Rows by External ID). */
    private static SalesforceException.Refused severalRecords(JsonNode paths, @Nullable String retryAfter) {
        List<String> found = new ArrayList<>();
        paths.forEach(path -> found.add(path.asText()));
        return new SalesforceException.Refused(
                300,
                "HTTP_300",
                found.size() + " records have this external id: " + String.join(", ", found),
                List.of(),
                retryAfter);
    }

    /** The errors that an answer names, in any of the forms that Salesforce uses; none if it names none. */
    static List<Said> said(JsonNode body) {
        List<Said> errors = new ArrayList<>();
        if (body.isArray()) {
            body.forEach(each -> errors.addAll(said(each)));
        } else if (body.path("errors").isArray() && !body.path("errors").isEmpty()) {
            body.path("errors").forEach(each -> errors.addAll(said(each)));
        } else if (body.path("error").isTextual()) {
            errors.add(new Said(
                    body.path("error").asText(), body.path("error_description").asText(""), List.of()));
        } else {
            String code = body.path("errorCode").asText(body.path("statusCode").asText(""));
            if (!code.isEmpty()) {
                List<String> fields = new ArrayList<>();
                body.path("fields").forEach(field -> fields.add(field.asText()));
                errors.add(new Said(code, body.path("message").asText(""), fields));
            }
        }
        return errors;
    }

    /** One error in Salesforce's words. */
    record Said(String code, String message, List<String> fields) {}

    private String withoutJson(Wire.Answer answer) {
        String location = answer.headers().get("Location");
        if (answer.status() < 400 && location != null) {
            return thePlace() + " sends requests on to another address, " + SecretMask.url(location)
                    + ". Connect the org by that address.";
        }
        if (answer.status() == 414 || answer.status() == 431) {
            return thePlace() + " takes no request of this length (HTTP " + answer.status() + ").";
        }
        String body = answer.body().isBlank() ? "nothing" : excerpt(answer.body());
        return thePlace() + " answered HTTP " + answer.status() + " with " + body
                + " instead of Salesforce's JSON. A proxy or a maintenance page may stand in between.";
    }

    /** To begin a sentence with. */
    private String thePlace() {
        return "The org \"" + orgName + "\" (" + instanceUrl + ")";
    }

    private String place() {
        return "the org \"" + orgName + "\" (" + instanceUrl + ")";
    }

    private static boolean isConnecting(SocketTimeoutException failure) {
        @Nullable String message = failure.getMessage();
        return message != null && message.toLowerCase(Locale.ROOT).contains("connect");
    }

    /** Some failures have nothing to say. */
    private static String reason(IOException failure) {
        @Nullable String message = failure.getMessage();
        return message == null || message.isBlank() ? "" : " (" + message + ")";
    }

    private static String perhapsDone(String method) {
        return method.equals("GET")
                ? " Try again in a moment."
                : " It may have been carried out all the same: look before sending it again.";
    }

    private static String excerpt(String body) {
        String line = SecretMask.signInBody(
                        body.strip().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
                .strip();
        return '"' + (line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line) + '"';
    }
}
