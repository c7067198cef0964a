package dev.orgbench.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.orgbench.mcp.Completion;
import dev.orgbench.mcp.Prompt;
import dev.orgbench.mcp.RefusedException;
import dev.orgbench.mcp.RefusedException.Reason;
import dev.orgbench.mcp.Resource;
import dev.orgbench.orgs.Org;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.tools.Refusal;
import dev.orgbench.tools.Terms;
import dev.orgbench.tools.Work;
import dev.orgbench.tools.prompts.PromptText;
import dev.orgbench.tools.prompts.Prompts;
import dev.orgbench.tools.resources.FailedRequest;
import dev.orgbench.tools.resources.ListAnswer;
import dev.orgbench.tools.resources.ObjectResource;
import dev.orgbench.tools.resources.ReadAnswer;
import dev.orgbench.trace.Recording;
import java.util.List;
import java.util.Map;

/** A server's prompts and resources, in the words of MCP. */
final class ServedTexts {
    private final Org org;
    private final Offer offer;
    private final Terms terms;
    private final Recording recording;

    ServedTexts(Org org, Offer offer, Terms terms, Recording recording) {
        this.org = org;
        this.offer = offer;
        this.terms = terms;
        this.recording = recording;
    }

    List<Prompt> prompts() {
        return offer.prompts().list(org.connection(), terms).stream()
                .map(prompt -> new Prompt(
                        prompt.name(),
                        prompt.title(),
                        prompt.description(),
                        prompt.arguments().stream()
                                .map(each -> new Prompt.Argument(
                                        each.name(), each.title(), each.description(), each.required()))
                                .toList()))
                .toList();
    }

    Prompt.Filled prompt(String name, Map<String, String> arguments) throws RefusedException {
        try {
            PromptText filled = offer.prompts().get(name, arguments, org.connection(), terms);
            ArrayNode messages = JsonNodeFactory.instance.arrayNode();
            messages.addObject()
                    .put("role", "user")
                    .putObject("content")
                    .put("type", "text")
                    .put("text", filled.text());
            return new Prompt.Filled(filled.description(), messages);
        } catch (Refusal refusal) {
            throw new RefusedException(Reason.INVALID_PARAMS, refusal.text());
        }
    }

    /** @param cursor empty for the first page */
    Resource.Page resources(String cursor) throws RefusedException {
        return switch (offer.resources().list(org, terms, cursor, Work.of(recording))) {
            case FailedRequest failed -> throw failed(failed);
            case ListAnswer.Page page ->
                new Resource.Page(
                        page.resources().stream().map(ServedTexts::resource).toList(),
                        page.cursor().isEmpty() ? null : page.cursor());
        };
    }

    List<Resource.Template> templates() {
        return offer.resources().templates(org, terms).stream()
                .map(template -> new Resource.Template(
                        template.uriTemplate(),
                        template.name(),
                        template.title(),
                        template.description(),
                        ObjectResource.MIME_TYPE))
                .toList();
    }

    Resource.Contents read(String uri) throws RefusedException {
        return switch (offer.resources().read(org, terms, uri, Work.of(recording))) {
            case FailedRequest failed -> throw failed(failed);
            case ReadAnswer.Unknown unknown -> throw new RefusedException(Reason.UNKNOWN_RESOURCE, unknown.text());
            case ReadAnswer.Contents found -> {
                ArrayNode contents = JsonNodeFactory.instance.arrayNode();
                contents.addObject()
                        .put("uri", found.uri())
                        .put("mimeType", ObjectResource.MIME_TYPE)
                        .put("text", found.text());
                yield new Resource.Contents(contents);
            }
        };
    }

    Completion complete(Completion.Asked asked) throws RefusedException {
        try {
            var found =
                    switch (asked.kind()) {
                        case PROMPT ->
                            offer.prompts()
                                    .complete(
                                            new Prompts.Asked(
                                                    asked.of(), asked.argument(), asked.typed(), asked.others()),
                                            org.connection(),
                                            terms,
                                            recording);
                        case RESOURCE ->
                            offer.resources()
                                    .complete(org, terms, asked.of(), asked.argument(), asked.typed(), recording);
                    };
            return new Completion(found.values(), found.total());
        } catch (Refusal refusal) {
            throw new RefusedException(Reason.INVALID_PARAMS, refusal.text());
        } catch (SalesforceException failure) {
            throw new RefusedException(Reason.UPSTREAM_FAILED, failure.text());
        }
    }

    private static RefusedException failed(FailedRequest failed) {
        boolean isOurs = failed.failure().code().equals("INVALID_ARGUMENT");
        return new RefusedException(
                isOurs ? Reason.INVALID_PARAMS : Reason.UPSTREAM_FAILED,
                failed.failure().text());
    }

    private static Resource resource(ObjectResource object) {
        return new Resource(
                object.uri(), object.name(), object.title(), object.description(), ObjectResource.MIME_TYPE);
    }
}
