package dev.orgbench.tools.salesforce.chatgpt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.salesforce.Describes;
import dev.orgbench.tools.ObjectScope;
import dev.orgbench.tools.Terms;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which objects a search looks into: those that people search for, the server's pinned ones and the org's own. A server
 * for some objects only looks into all of these and into no other.
 */
final class SearchedObjects {
    private static final int MOST = 40;
    private static final List<String> USUAL = List.of(
            "Account",
            "Contact",
            "Opportunity",
            "Lead",
            "Case",
            "Task",
            "Event",
            "Campaign",
            "Contract",
            "Order",
            "Product2",
            "Asset",
            "Solution",
            "Note",
            "ContentVersion",
            "User");

    private SearchedObjects() {}

    /** API names, those first that most likely hold what is looked for. */
    static List<String> of(Describes org, Terms terms) {
        ObjectScope scope = terms.scope().objects();
        Set<String> wanted = new LinkedHashSet<>();
        Stream.of(terms.pinnedObjects(), USUAL)
                .flatMap(List::stream)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .forEach(wanted::add);
        wanted.addAll(scope.readable());
        Stream<JsonNode> named = wanted.stream().flatMap(name -> org.object(name).stream());
        Stream<JsonNode> own =
                org.objects().stream().filter(object -> object.path("custom").asBoolean());
        return Stream.concat(named, own)
                .filter(object -> object.path("searchable").asBoolean()
                        && object.path("queryable").asBoolean())
                .map(object -> object.path("name").asText())
                .filter(scope::mayRead)
                .distinct()
                .limit(MOST)
                .toList();
    }
}
