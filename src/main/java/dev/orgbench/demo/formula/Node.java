package dev.orgbench.demo.formula;

import java.util.List;

/** A formula's syntax tree. Positions count characters from 0. */
sealed interface Node {
    int position();

    record Numeral(String digits, int position) implements Node {}

    record Text(String text, int position) implements Node {}

    /** TRUE, FALSE or NULL. */
    record Constant(String word, int position) implements Node {}

    /** A field, or a path to a parent's field. */
    record Path(List<String> names, int position) implements Node {
        String text() {
            return String.join(".", names);
        }
    }

    /**
     * A function's call.
     *
     * @param function in upper case
     */
    record Call(String function, List<Node> arguments, int position) implements Node {}

    /**
     * Two operands and what stands between them.
     *
     * @param operator in its first spelling: {@code =} for {@code ==}, {@code <>} for {@code !=}
     */
    record Binary(String operator, Node left, Node right, int position) implements Node {}

    /**
     * A sign before its operand.
     *
     * @param operator {@code -} or {@code !}
     */
    record Unary(String operator, Node operand, int position) implements Node {}
}
