package dev.orgbench.ui.kit.grid;

/** One line of the table. Rows are counted from 0 in the order in which they came. */
public sealed interface Line {
    /** The row that it is, or belongs to. */
    int row();

    /** A row. */
    record Row(int row) implements Line {}

    /** The heads of an opened column of children. */
    record ChildHead(int row, GridColumn column) implements Line {}

    /** One of the children. */
    record Child(int row, GridColumn column, int place) implements Line {}
}
