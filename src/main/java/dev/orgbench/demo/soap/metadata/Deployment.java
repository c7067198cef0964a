package dev.orgbench.demo.soap.metadata;

import dev.orgbench.demo.soap.Xml;
import java.util.ArrayList;
import java.util.List;

/**
 * A deployment that has run.
 *
 * @param checkOnly whether it was only tried
 * @param rolledBack whether nothing of it stays
 * @param messages of every component
 * @param userName of whose session it ran in
 * @param at when it ran: {@code 2026-11-22T09:30:00.000Z}
 */
record Deployment(
        String id,
        boolean checkOnly,
        boolean rollbackOnError,
        boolean rolledBack,
        List<DeployMessage> messages,
        String userId,
        String userName,
        String at) {
    /** {@code Succeeded}, {@code SucceededPartial}, {@code Failed}. */
    String status() {
        boolean failed = messages.stream().anyMatch(DeployMessage::isFailure);
        return !failed ? "Succeeded" : rolledBack ? "Failed" : "SucceededPartial";
    }

    /** What {@code checkDeployStatus} tells, in the WSDL's order. */
    List<Xml> toXml(boolean withDetails) {
        List<DeployMessage> components = messages.stream()
                .filter(message -> !message.fullName().equals(Archive.MANIFEST))
                .toList();
        long errors = messages.stream().filter(DeployMessage::isFailure).count();
        long deployed =
                components.stream().filter(message -> !message.isFailure()).count();
        List<Xml> parts = new ArrayList<>();
        parts.add(Xml.of("checkOnly", checkOnly));
        parts.add(Xml.of("completedDate", at));
        parts.add(Xml.of("createdBy", userId));
        parts.add(Xml.of("createdByName", userName));
        parts.add(Xml.of("createdDate", at));
        if (withDetails) {
            parts.add(Xml.parent("details", details()));
        }
        parts.add(Xml.of("done", true));
        parts.add(Xml.of("id", id));
        parts.add(Xml.of("ignoreWarnings", false));
        parts.add(Xml.of("lastModifiedDate", at));
        parts.add(Xml.of("numberComponentErrors", errors));
        parts.add(Xml.of("numberComponentsDeployed", deployed));
        parts.add(Xml.of("numberComponentsTotal", deployed + errors));
        parts.add(Xml.of("numberTestErrors", 0));
        parts.add(Xml.of("numberTestsCompleted", 0));
        parts.add(Xml.of("numberTestsTotal", 0));
        parts.add(Xml.of("rollbackOnError", rollbackOnError));
        parts.add(Xml.of("runTestsEnabled", false));
        parts.add(Xml.of("startDate", at));
        parts.add(Xml.of("status", status()));
        parts.add(Xml.of("success", !status().equals("Failed")));
        return parts;
    }

    private List<Xml> details() {
        List<Xml> details = new ArrayList<>();
        messages.stream().filter(DeployMessage::isFailure).forEach(message -> details.add(message.toXml(at)));
        messages.stream().filter(message -> !message.isFailure()).forEach(message -> details.add(message.toXml(at)));
        details.add(Xml.parent(
                "runTestResult", Xml.of("numFailures", 0), Xml.of("numTestsRun", 0), Xml.of("totalTime", "0.0")));
        return details;
    }
}
