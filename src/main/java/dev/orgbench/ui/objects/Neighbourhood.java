package dev.orgbench.ui.objects;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.salesforce.ObjectDescribe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An object and those that it hangs together with.
 *
 * @param object the one in the middle
 * @param parents those that its fields point to
 * @param children those whose fields point to it
 * @param toItself its own fields that point to it
 * @param leftOut how many neighbours are not among them, as there are too many to be read in a picture
 * @param noise how many were left out because nearly every object has them
 */
record Neighbourhood(
        String object,
        List<Neighbour> parents,
        List<Neighbour> children,
        List<String> toItself,
        int leftOut,
        int noise) {
    /** More cannot be read in one picture. */
    static final int MOST = 60;

    private static final Set<String> SYSTEM_FIELDS = Set.of("CreatedById", "LastModifiedById", "OwnerId");
    /** Objects that Salesforce makes for others: their history, sharing, feeds. */
    private static final Pattern SYSTEM_OBJECT = Pattern.compile(
            ".*(__|[a-z])(History|Share|Feed|ChangeEvent|Tag|Hd|OwnerSharingRule)"
                    + "|(ContentDocumentLink|ContentVersion|AttachedContent\\w*|CombinedAttachment|Attachment|Note\\w*|EntitySubscription|TopicAssignment"
                    + "|ProcessInstance\\w*|ProcessException|RecordAction\\w*|FlowRecordRelation|NetworkActivityAudit|NetworkUserHistory\\w*|UserEntityAccess"
                    + "|EmailMessageRelation|OutgoingEmail\\w*|DuplicateRecordItem|Activity\\w*|OpenActivity|FlowOrchestration\\w*|FlowExecution\\w*"
                    + "|GenericVisit\\w*|UserRecordAccess|Feed\\w+|AIInsightValue|AIRecordInsight|EventRelationChangeEvent|TaskRelationChangeEvent|PendingServiceRouting|MessagingSession)");

    /**
     * Another object.
     *
     * @param fields by which the two hang together; of the child, whichever that is
     */
    record Neighbour(String object, List<String> fields) {
        /** {@code AccountId}, {@code AccountId +2}. */
        String via() {
            return fields.size() == 1 ? fields.getFirst() : fields.getFirst() + " +" + (fields.size() - 1);
        }
    }

    /** Reads it from a describe; {@code everything} keeps what nearly every object has. */
    static Neighbourhood of(ObjectDescribe describe, boolean everything) {
        Map<String, Set<String>> parents = new LinkedHashMap<>();
        Map<String, Set<String>> children = new LinkedHashMap<>();
        Set<String> toItself = new LinkedHashSet<>();
        int noise = 0;
        for (ObjectDescribe.FieldDescribe field : describe.fields()) {
            boolean system = SYSTEM_FIELDS.contains(field.name());
            for (String target : field.referenceTo()) {
                if (!everything && system) {
                    noise++;
                } else if (target.equals(describe.name())) {
                    toItself.add(field.name());
                } else {
                    parents.computeIfAbsent(target, name -> new LinkedHashSet<>())
                            .add(field.name());
                }
            }
        }
        for (JsonNode child : describe.json().path("childRelationships")) {
            String name = child.path("childSObject").asText();
            String field = child.path("field").asText();
            if (name.equals(describe.name())) {
                toItself.add(field);
            } else if (!everything
                    && (SYSTEM_FIELDS.contains(field)
                            || child.path("deprecatedAndHidden").asBoolean()
                            || SYSTEM_OBJECT.matcher(name).matches())) {
                noise++;
            } else {
                children.computeIfAbsent(name, each -> new LinkedHashSet<>()).add(field);
            }
        }
        if (!everything) {
            toItself.removeAll(SYSTEM_FIELDS);
        }
        List<Neighbour> above = neighbours(parents);
        List<Neighbour> below = neighbours(children);
        int leftOut = Math.max(0, above.size() + below.size() - MOST);
        int parentsShown = Math.min(above.size(), Math.max(MOST / 2, MOST - below.size()));
        int childrenShown = Math.min(below.size(), MOST - parentsShown);
        return new Neighbourhood(
                describe.name(),
                List.copyOf(above.subList(0, parentsShown)),
                List.copyOf(below.subList(0, childrenShown)),
                List.copyOf(toItself),
                leftOut,
                noise);
    }

    /** All names, each once. */
    List<String> names() {
        return Stream.concat(parents.stream(), children.stream())
                .map(Neighbour::object)
                .distinct()
                .toList();
    }

    private static List<Neighbour> neighbours(Map<String, Set<String>> fields) {
        List<Neighbour> neighbours = new ArrayList<>();
        fields.forEach((object, by) -> neighbours.add(new Neighbour(object, List.copyOf(by))));
        return neighbours;
    }
}
