package dev.orgbench.ui.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.orgs.Org;
import dev.orgbench.orgs.OrgKind;
import dev.orgbench.ui.kit.Confirmation;
import dev.orgbench.ui.kit.JsonText;
import java.util.Optional;

/** Which calls by hand are asked about before they are sent: all that delete, and in production all that write. */
final class Caution {
    private static final int SHOWN = 160;

    private Caution() {}

    /** The question; empty if the call may go without one. */
    static Optional<Confirmation> about(ToolEntry tool, ObjectNode arguments, Org org) {
        boolean asks =
                switch (tool.kind()) {
                    case READ -> false;
                    case WRITE -> org.kind() == OrgKind.PRODUCTION;
                    case DELETE -> true;
                };
        if (!asks) {
            return Optional.empty();
        }
        String sent = JsonText.compact(arguments);
        String brief = sent.length() <= SHOWN ? sent : sent.substring(0, SHOWN) + "…";
        return Optional.of(new Confirmation(
                tool.kind() == Kind.DELETE ? "Run a tool that deletes?" : "Run a tool that writes?",
                tool.name() + " will be called with " + brief + ". What it does cannot be taken back here.",
                tool.kind() == Kind.DELETE ? "Delete" : "Run"));
    }
}
