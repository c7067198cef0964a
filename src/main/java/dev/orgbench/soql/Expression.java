package dev.orgbench.soql;

import java.util.List;

/** What can be selected, compared, grouped or ordered by. */
public sealed interface Expression {
    Range range();

    /**
     * A field, maybe through parents: {@code Account.Owner.Name}.
     *
     * @param names at least one; all but the last are relationships (or an alias in front). Missing ones are empty
     */
    record FieldPath(Range range, List<Name> names) implements Expression {
        public FieldPath {
            names = List.copyOf(names);
        }

        /** The field itself. */
        public Name field() {
            return names.getLast();
        }

        /** The relationships in front of the field. */
        public List<Name> parents() {
            return names.subList(0, names.size() - 1);
        }

        /** The path as SOQL writes it. */
        public String text() {
            return String.join(".", names.stream().map(Name::text).toList());
        }
    }

    /** A function: {@code COUNT(Id)}, {@code CALENDAR_YEAR(convertTimezone(CreatedDate))}. */
    record FunctionCall(Range range, Name name, SoqlFunction function, List<Expression> arguments)
            implements Expression {
        public FunctionCall {
            arguments = List.copyOf(arguments);
        }
    }

    /** A value as a function's argument: the unit of DISTANCE. */
    record Constant(Value value) implements Expression {
        @Override
        public Range range() {
            return value.range();
        }
    }

    /** A function that SOQL does not have. Only in a tree with errors. */
    record UnknownCall(Range range, Name name, List<Expression> arguments) implements Expression {
        public UnknownCall {
            arguments = List.copyOf(arguments);
        }
    }
}
