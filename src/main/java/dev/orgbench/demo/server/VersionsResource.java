package dev.orgbench.demo.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.ApiVersion;
import dev.orgbench.demo.data.OrgIdentity;
import java.util.List;
import java.util.Optional;

/** The API versions, and what each one has. */
final class VersionsResource {
    private static final int FIRST_YEAR = 2011;
    private static final List<String> RELEASES = List.of("Winter", "Spring", "Summer");
    private static final List<String> RESOURCES = List.of(
            "composite",
            "jobs",
            "limits",
            "parameterizedSearch",
            "query",
            "queryAll",
            "recent",
            "search",
            "sobjects",
            "tooling");

    private final OrgIdentity identity;

    VersionsResource(OrgIdentity identity) {
        this.identity = identity;
    }

    Answer list() {
        ArrayNode body = JsonNodeFactory.instance.arrayNode();
        for (int number = ApiVersion.OLDEST; number <= ApiVersion.NEWEST; number++) {
            body.addObject()
                    .put("label", label(number))
                    .put("url", "/services/data/v" + number + ".0")
                    .put("version", number + ".0");
        }
        return Answer.ok(body);
    }

    /** {@code 67.0} for {@code v67.0}; nothing for a version that there is not. */
    Optional<String> normal(String segment) {
        return segment.startsWith("v") || segment.startsWith("V") ? ApiVersion.normal(segment) : Optional.empty();
    }

    /** @param instance what absolute URLs begin with */
    Answer resources(String base, String instance) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        RESOURCES.forEach(name -> body.put(name, base + "/" + name));
        body.put("identity", instance + "/id/" + identity.organizationId() + "/" + identity.userId());
        return Answer.ok(body);
    }

    /** Three releases a year, and 20.0 was Winter '11. */
    private static String label(int number) {
        int since = number - ApiVersion.OLDEST;
        int year = FIRST_YEAR + since / RELEASES.size();
        return RELEASES.get(since % RELEASES.size()) + " '" + year % 100;
    }
}
