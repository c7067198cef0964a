package dev.orgbench.soql.complete;

import dev.orgbench.soql.Range;

/**
 * Something that may stand at the caret.
 *
 * @param label what a person looks for: {@code StageName}
 * @param insert the text that replaces {@code replace}
 * @param replace the word that is being typed, or an empty range at the caret
 * @param caret where the caret stands afterwards, from the beginning of {@code insert}; its length but for a function,
 *     where it is between the parentheses
 * @param again whether to propose again at once, because more must follow: {@code Account.}
 * @param detail in a few words, as type and label: {@code picklist · Stage}; may be empty
 * @param help one or more sentences; may be empty
 */
public record Proposal(
        String label,
        String insert,
        Range replace,
        int caret,
        boolean again,
        ProposalKind kind,
        String detail,
        String help) {
    /** The text with this proposal taken. */
    public String applyTo(String soql) {
        return soql.substring(0, replace.start()) + insert + soql.substring(replace.end());
    }
}
