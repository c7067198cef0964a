package dev.orgbench.demo.soap.metadata;

import dev.orgbench.demo.soap.Xml;
import java.util.ArrayList;
import java.util.List;

/**
 * How one component of a deployment fared.
 *
 * @param type {@code CustomField}; empty for the package's own files
 * @param file its path in the zip archive
 * @param line where the component begins in the file, from 1; 0 where that is not known
 * @param problem what is wrong; empty where it was deployed
 */
record DeployMessage(String type, String fullName, String file, Change change, int line, int column, String problem) {
    /** What became of the component. */
    enum Change {
        CREATED,
        CHANGED,
        DELETED,
        NONE
    }

    static DeployMessage failed(String type, String fullName, String file, int line, int column, String problem) {
        return new DeployMessage(type, fullName, file, Change.NONE, line, column, problem);
    }

    boolean isFailure() {
        return !problem.isEmpty();
    }

    /** @param now when the deployment ran, as answers write it */
    Xml toXml(String now) {
        List<Xml> parts = new ArrayList<>();
        parts.add(Xml.of("changed", change != Change.NONE));
        if (line > 0) {
            parts.add(Xml.of("columnNumber", column));
        }
        parts.add(Xml.of("componentType", type));
        parts.add(Xml.of("created", change == Change.CREATED));
        parts.add(Xml.of("createdDate", now));
        parts.add(Xml.of("deleted", change == Change.DELETED));
        parts.add(Xml.of("fileName", file));
        parts.add(Xml.of("fullName", fullName));
        if (line > 0) {
            parts.add(Xml.of("lineNumber", line));
        }
        if (isFailure()) {
            parts.add(Xml.of("problem", problem));
            parts.add(Xml.of("problemType", "Error"));
        }
        parts.add(Xml.of("success", !isFailure()));
        parts.add(Xml.of("warning", false));
        return Xml.parent(isFailure() ? "componentFailures" : "componentSuccesses", parts);
    }
}
