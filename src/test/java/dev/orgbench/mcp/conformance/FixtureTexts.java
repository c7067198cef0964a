package dev.orgbench.mcp.conformance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.mcp.Caller;
import dev.orgbench.mcp.Completion;
import dev.orgbench.mcp.Prompt;
import dev.orgbench.mcp.Question;
import dev.orgbench.mcp.RefusedException;
import dev.orgbench.mcp.Resource;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The prompts and resources that the conformance suite wants to find. */
final class FixtureTexts {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern TEMPLATE = Pattern.compile("test://template/([^/]+)/data");
    private static final String INPUT_PROMPT = "test_input_required_result_prompt";

    private FixtureTexts() {}

    static List<Prompt> prompts() {
        return List.of(
                new Prompt("test_simple_prompt", "Simple", "Without arguments", List.of()),
                new Prompt(
                        "test_prompt_with_arguments",
                        "Arguments",
                        "With two arguments",
                        List.of(
                                new Prompt.Argument("arg1", "First", "The first", true),
                                new Prompt.Argument("arg2", "Second", "The second", true))),
                new Prompt(
                        "test_prompt_with_embedded_resource",
                        "Resource",
                        "With a resource in it",
                        List.of(new Prompt.Argument("resourceUri", "Resource", "The resource", true))),
                new Prompt("test_prompt_with_image", "Image", "With a picture in it", List.of()),
                new Prompt(INPUT_PROMPT, "Input", "Asks the person first", List.of()));
    }

    static Prompt.Filled prompt(String name, Map<String, String> arguments, Caller caller) throws RefusedException {
        ArrayNode messages = JSON.arrayNode();
        switch (name) {
            case "test_simple_prompt" -> text(messages, "This is a simple prompt for testing.");
            case "test_prompt_with_arguments" ->
                text(
                        messages,
                        "Prompt with arguments: arg1='" + arguments.get("arg1") + "', arg2='" + arguments.get("arg2")
                                + "'");
            case "test_prompt_with_embedded_resource" -> {
                content(messages, "resource")
                        .putObject("resource")
                        .put("uri", arguments.get("resourceUri"))
                        .put("mimeType", "text/plain")
                        .put("text", "Embedded resource content for testing.");
                text(messages, "Please process the embedded resource above.");
            }
            case "test_prompt_with_image" -> {
                content(messages, "image").put("data", Fixture.PNG).put("mimeType", "image/png");
                text(messages, "Please analyze the image above.");
            }
            case INPUT_PROMPT -> {
                ObjectNode schema = JSON.objectNode().put("type", "object");
                schema.putObject("properties").putObject("context").put("type", "string");
                Question question = Question.form("What context should the prompt use?", schema);
                var answers = caller.ask(Map.of("user_context", question), JSON.objectNode());
                text(messages, "Context: " + answers.get("user_context"));
            }
            default -> throw new RefusedException(RefusedException.Reason.UNKNOWN_NAME, "Unknown prompt: " + name);
        }
        return new Prompt.Filled("A fixture", messages);
    }

    static List<Resource> resources() {
        return List.of(
                new Resource("test://static-text", "static-text", "Text", "A text", "text/plain"),
                new Resource("test://static-binary", "static-binary", "Picture", "A picture", "image/png"),
                new Resource("test://watched-resource", "watched-resource", "Watched", "It changes", "text/plain"));
    }

    static List<Resource.Template> templates() {
        return List.of(new Resource.Template(
                "test://template/{id}/data", "template", "Template", "By its id", "application/json"));
    }

    static Resource.Contents read(String uri) throws RefusedException {
        ArrayNode contents = JSON.arrayNode();
        ObjectNode content = contents.addObject().put("uri", uri);
        Matcher template = TEMPLATE.matcher(uri);
        if (uri.equals("test://static-binary")) {
            content.put("mimeType", "image/png").put("blob", Fixture.PNG);
        } else if (uri.equals("test://static-text") || uri.equals("test://watched-resource")) {
            content.put("mimeType", "text/plain").put("text", "This is the content of the static text resource.");
        } else if (template.matches()) {
            String id = template.group(1);
            content.put("mimeType", "application/json")
                    .put("text", "{\"id\":\"" + id + "\",\"templateTest\":true,\"data\":\"Data for ID: " + id + "\"}");
        } else {
            throw new RefusedException(RefusedException.Reason.UNKNOWN_RESOURCE, "Resource not found: " + uri);
        }
        return new Resource.Contents(contents);
    }

    static Completion complete(Completion.Asked asked) {
        List<String> values = Stream.of("paris", "park", "party", "test")
                .filter(value -> value.startsWith(asked.typed()))
                .toList();
        return new Completion(values, values.size());
    }

    private static void text(ArrayNode messages, String text) {
        content(messages, "text").put("text", text);
    }

    private static ObjectNode content(ArrayNode messages, String type) {
        return messages.addObject().put("role", "user").putObject("content").put("type", type);
    }
}
