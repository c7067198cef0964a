package dev.orgbench.tools.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.salesforce.SalesforceException.Refused;
import dev.orgbench.tools.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The failure of many records of which not one was created. Records with the same fault are told together. */
final class NoneCreated {
    /** What befalls a record because of another one. */
    private static final Set<String> CONSEQUENCES = Set.of("ALL_OR_NONE_OPERATION_ROLLED_BACK", "PROCESSING_HALTED");

    private static final int FAULTS_TOLD = 10;
    private static final int RECORDS_TOLD = 10;
    /** In characters. A validation rule's own message has at most 255. */
    private static final int LONGEST_FAULT = 300;

    private static final int LONGEST = 3_500;

    private NoneCreated() {}

    private record Fault(String code, String message, List<String> fields) {
        static Fault of(JsonNode error) {
            return new Fault(
                    error.path("statusCode").asText(),
                    error.path("message").asText(),
                    StreamSupport.stream(error.path("fields").spliterator(), false)
                            .map(JsonNode::asText)
                            .toList());
        }

        boolean isConsequence() {
            return CONSEQUENCES.contains(code);
        }

        String toldOf(List<Integer> records) {
            String which = records.stream()
                    .limit(RECORDS_TOLD)
                    .map(index -> "`records[" + index + "]`")
                    .collect(Collectors.joining(", "));
            int more = records.size() - RECORDS_TOLD;
            return which + (more > 0 ? " and " + more + " more" : "") + ": " + Quoted.cut(message, LONGEST_FAULT)
                    + (fields.isEmpty() ? "" : " (fields: " + Quoted.text(String.join(", ", fields)) + ")");
        }
    }

    /** @param results each with its {@code index} and {@code errors}; not empty */
    static Refused of(JsonNode results) {
        Map<Fault, List<Integer>> records = new LinkedHashMap<>();
        for (JsonNode result : results) {
            for (JsonNode error : result.path("errors")) {
                records.computeIfAbsent(Fault.of(error), each -> new ArrayList<>())
                        .add(result.path("index").asInt());
            }
        }
        List<Fault> faults = new ArrayList<>();
        records.keySet().stream().filter(fault -> !fault.isConsequence()).forEach(faults::add);
        records.keySet().stream().filter(Fault::isConsequence).forEach(faults::add);
        // The first one's code is that of the whole.
        String code = faults.isEmpty() ? "" : faults.getFirst().code();
        StringBuilder text = new StringBuilder();
        for (Fault fault : faults.subList(0, Math.min(faults.size(), FAULTS_TOLD))) {
            text.append(text.isEmpty() ? "" : "\n" + fault.code() + ": ")
                    .append(fault.toldOf(records.getOrDefault(fault, List.of())));
        }
        int more = faults.size() - FAULTS_TOLD;
        return new Refused(
                200,
                code,
                Quoted.cut(text.toString(), LONGEST)
                        + (more > 0 ? "\nand " + more + " more faults." : "")
                        + "\nNothing was created: correct what is named and call again with all records."
                        + (faults.stream().anyMatch(Fault::isConsequence)
                                ? " With all_or_none false, those without a fault are created all the same."
                                : ""),
                List.of(),
                null);
    }
}
