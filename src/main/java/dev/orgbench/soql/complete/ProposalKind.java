package dev.orgbench.soql.complete;

/** What a {@link Proposal} is; an editor may show a sign for it. */
public enum ProposalKind {
    OBJECT,
    FIELD,
    /** A step to a parent, or to children. */
    RELATIONSHIP,
    FUNCTION,
    KEYWORD,
    OPERATOR,
    PICKLIST_VALUE,
    DATE_LITERAL,
    /** {@code true}, {@code null}, a form to fill in. */
    LITERAL
}
