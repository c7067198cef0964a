package dev.orgbench.soql.complete;

import dev.orgbench.soql.Slot.Use;
import dev.orgbench.soql.SoqlFunction;
import dev.orgbench.soql.complete.Proposals.Insert;

/** Proposes the functions that a clause takes. */
final class FunctionProposals {
    private static final int FUNCTION = 30;

    private FunctionProposals() {}

    static void addAll(Proposals proposals, Use use, boolean grouped) {
        for (SoqlFunction function : SoqlFunction.values()) {
            if (fits(function, use, grouped)) {
                add(proposals, function);
            }
        }
    }

    /** The functions that stand within another: {@code CALENDAR_YEAR(convertTimezone(...))}. */
    static void addInside(Proposals proposals, SoqlFunction outer) {
        if (outer.kind() == SoqlFunction.Kind.DATE) {
            add(proposals, SoqlFunction.CONVERT_TIMEZONE);
        } else if (outer == SoqlFunction.DISTANCE) {
            add(proposals, SoqlFunction.GEOLOCATION);
        } else if (outer == SoqlFunction.FORMAT) {
            add(proposals, SoqlFunction.CONVERT_CURRENCY);
            add(proposals, SoqlFunction.MIN);
            add(proposals, SoqlFunction.MAX);
            add(proposals, SoqlFunction.SUM);
        }
    }

    private static void add(Proposals proposals, SoqlFunction function) {
        String name = function.soqlName();
        boolean parentheses = proposals.behind().startsWith("(");
        proposals.add(
                FUNCTION,
                ProposalKind.FUNCTION,
                name,
                parentheses ? Insert.of(name) : new Insert(name + "()", name.length() + 1, true),
                function.explanation(),
                "");
    }

    private static boolean isListed(Use use) {
        return use == Use.SELECT || use == Use.RETURNING;
    }

    private static boolean fits(SoqlFunction function, Use use, boolean grouped) {
        return switch (function.kind()) {
            case AGGREGATE -> use == Use.SELECT || use == Use.HAVING || (use == Use.ORDER_BY && grouped);
            case GROUPING -> grouped && use != Use.WHERE && use != Use.GROUP_BY;
            case DATE -> use != Use.RETURNING;
            case CONVERSION ->
                function == SoqlFunction.TO_LABEL
                        ? isListed(use) || use == Use.WHERE || use == Use.ORDER_BY
                        : isListed(use) && function != SoqlFunction.CONVERT_TIMEZONE;
            case LOCATION -> function == SoqlFunction.DISTANCE && use != Use.GROUP_BY && use != Use.HAVING;
        };
    }
}
