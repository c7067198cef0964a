package dev.orgbench.tools.resources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.orgs.Org;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.tools.Quoted;
import dev.orgbench.tools.Refusal;
import dev.orgbench.tools.Terms;
import dev.orgbench.tools.Tool;
import dev.orgbench.tools.ToolAnswer;
import dev.orgbench.tools.ToolCatalogue;
import dev.orgbench.tools.Work;
import dev.orgbench.tools.completion.Choice;
import dev.orgbench.tools.completion.ChoiceKind;
import dev.orgbench.tools.completion.Completion;
import dev.orgbench.tools.completion.OrgChoices;
import dev.orgbench.tools.completion.Ranking;
import dev.orgbench.trace.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Each object's compact describe as something to read. It is what the describe tool gives, by the same way: its scope, its
 * byte budget, its errors. Where the terms do not offer that tool, there are no resources. Safe for use by several
 * threads.
 */
public final class ObjectResources {
    private static final String DESCRIBE = "get_single_salesforce_object_describe_by_id";
    private static final String LIST = "list_all_salesforce_objects";
    private static final int PAGE = 200;
    /** With these the describe tool says that there is no such object, or none for this server. */
    private static final Set<String> NO_SUCH_OBJECT =
            Set.of("NOT_FOUND", "INVALID_TYPE", "INVALID_ARGUMENT", "OBJECT_NOT_IN_SCOPE");

    private final ToolCatalogue catalogue;

    public ObjectResources(ToolCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The templates of the URIs that can be read. */
    public List<ResourceTemplate> templates(Org org, Terms terms) {
        return tool(DESCRIBE, org, terms).isPresent() ? List.of(ResourceTemplate.OBJECT) : List.of();
    }

    /**
     * The objects that can be queried, at most {@value #PAGE} at a time.
     *
     * @param cursor what the page before gave; empty for the first page
     */
    public ListAnswer list(Org org, Terms terms, String cursor, Work work) {
        Optional<Tool> tool = tool(LIST, org, terms);
        if (tool.isEmpty() || tool(DESCRIBE, org, terms).isEmpty()) {
            return new ListAnswer.Page(
                    List.of(), "", org.connection().apiUsage().orElse(null));
        }
        ObjectNode arguments = JsonNodeFactory.instance
                .objectNode()
                .put("queryable_only", true)
                .put("limit", PAGE);
        if (!cursor.isEmpty()) {
            arguments.put("next_cursor", cursor);
        }
        return switch (catalogue.call(tool.get(), arguments, org.connection(), terms, work)) {
            case ToolAnswer.Failure failure -> new FailedRequest(failure);
            case ToolAnswer.Success success ->
                new ListAnswer.Page(
                        resources(org, success.content().path("sobjects")),
                        success.content().path("next_cursor").asText(""),
                        success.usage());
        };
    }

    /** What stands at a URI. The name of the object may be in any case, as everywhere in Salesforce. */
    public ReadAnswer read(Org org, Terms terms, String uri, Work work) {
        Optional<ObjectUri> parsed = ObjectUri.parse(uri);
        Optional<Tool> tool = tool(DESCRIBE, org, terms);
        if (parsed.isEmpty() || tool.isEmpty()) {
            return unknown(
                    uri, tool.isEmpty() ? "" : " Resources here are called " + ObjectUri.templateOf(org.id()) + ".");
        }
        ObjectUri asked = parsed.get();
        if (!asked.org().equalsIgnoreCase(org.id())) {
            return unknown(
                    uri, " This server is for the org " + org.id() + ": " + ObjectUri.templateOf(org.id()) + ".");
        }
        ObjectNode arguments = JsonNodeFactory.instance.objectNode().put("id", asked.object());
        return switch (catalogue.call(tool.get(), arguments, org.connection(), terms, work)) {
            case ToolAnswer.Success success ->
                new ReadAnswer.Contents(uri, success.content().toString(), success.usage());
            case ToolAnswer.Failure failure ->
                NO_SUCH_OBJECT.contains(failure.code())
                        ? unknown(uri, "\n" + failure.text())
                        : new FailedRequest(failure);
        };
    }

    /**
     * What may be meant by what has been typed of a part of the template.
     *
     * @param template the template, or one URI of it
     * @param part {@code org} or {@code name}
     * @param recording gets the requests to the org
     * @throws Refusal if there is no such template or part
     * @throws SalesforceException if the org could not be asked
     */
    public Completion complete(Org org, Terms terms, String template, String part, String typed, Recording recording)
            throws Refusal, SalesforceException {
        if (!template.equals(ObjectUri.TEMPLATE) && ObjectUri.parse(template).isEmpty()) {
            throw Refusal.ofArguments("There is no resource template " + Quoted.text(template) + ". There is "
                    + ObjectUri.TEMPLATE + ".");
        }
        if (templates(org, terms).isEmpty()) {
            return Completion.NONE;
        }
        return switch (part) {
            case "org" -> Ranking.of(List.of(new Choice(org.id(), org.label())), typed);
            case "name" -> {
                OrgChoices choices = new OrgChoices(
                        org.connection().as(recording), terms.scope().objects());
                yield Ranking.of(choices.of(ChoiceKind.OBJECTS, "", ""), typed);
            }
            default ->
                throw Refusal.ofArguments(
                        ObjectUri.TEMPLATE + " has no part `" + Quoted.text(part) + "`. There are: org, name.");
        };
    }

    private Optional<Tool> tool(String name, Org org, Terms terms) {
        return catalogue.find(org.connection(), terms, name);
    }

    private static List<ObjectResource> resources(Org org, JsonNode objects) {
        List<ObjectResource> resources = new ArrayList<>();
        for (JsonNode object : objects) {
            String name = object.path("name").asText();
            String label = object.path("label").asText();
            String kind = object.path("custom").asBoolean() ? "custom object " : "object ";
            resources.add(new ObjectResource(
                    new ObjectUri(org.id(), name).toString(),
                    name,
                    label,
                    "Fields of the " + kind + name + ": types, picklist values, references"));
        }
        return resources;
    }

    private static ReadAnswer unknown(String uri, String more) {
        return new ReadAnswer.Unknown("This server has no resource `" + Quoted.text(uri) + "`." + more);
    }
}
