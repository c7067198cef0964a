package dev.orgbench.soql;

import java.util.ArrayList;
import java.util.List;

/** Lays a query out over lines. */
final class Formatter {
    static final int WIDTH = 100;
    private static final int STEP = 2;

    private final FlatText flat;
    private final List<StringBuilder> lines = new ArrayList<>();

    private Formatter(String soql) {
        this.flat = new FlatText(soql);
    }

    static String format(Parsed parsed) {
        Formatter formatter = new Formatter(parsed.soql());
        formatter.query(parsed.query(), 0, "");
        return String.join("\n", formatter.lines);
    }

    /** An object of SOSL's RETURNING, indented once, with {@code behind} at its end. */
    static List<String> lines(String sosl, Returned returned, String behind) {
        Formatter formatter = new Formatter(sosl);
        String whole = formatter.flat.returned(returned);
        if (STEP + whole.length() + behind.length() <= WIDTH) {
            formatter.line(STEP, whole + behind);
        } else {
            formatter.returned(returned, behind);
        }
        return formatter.lines.stream().map(StringBuilder::toString).toList();
    }

    private void returned(Returned returned, String behind) {
        Query query = returned.query();
        int inner = STEP + STEP;
        line(STEP, returned.object().text() + "(");
        select(query.select(), inner + STEP, false);
        if (query.where() != null) {
            condition(query.where(), inner, "WHERE ");
        }
        FlatText.listView(returned).forEach(clause -> line(inner, clause));
        flat.behindWhere(query).forEach(clause -> line(inner, clause));
        last().append(")").append(behind);
    }

    /** @param lead what stands in front of SELECT; the other clauses begin below SELECT */
    private void query(Query query, int indent, String lead) {
        int inner = indent + lead.length();
        line(indent, lead + "SELECT");
        select(query.select(), inner + STEP, true);
        line(inner, flat.from(query));
        if (query.where() != null) {
            condition(query.where(), inner, "WHERE ");
        }
        flat.behindWhere(query).forEach(clause -> clause(clause, query, inner));
    }

    private void clause(String clause, Query query, int indent) {
        if (query.having() != null && clause.startsWith("HAVING ")) {
            condition(query.having(), indent, "HAVING ");
        } else {
            line(indent, clause);
        }
    }

    /** @param space whether one stands in front of the first */
    private void select(List<SelectItem> items, int indent, boolean space) {
        for (int i = 0; i < items.size(); i++) {
            SelectItem item = items.get(i);
            String text = flat.item(item);
            boolean own = item instanceof SelectItem.Children;
            boolean behindOwn = i > 0 && items.get(i - 1) instanceof SelectItem.Children;
            if (i > 0) {
                last().append(",");
            }
            if (item instanceof SelectItem.Children children && indent + text.length() > WIDTH) {
                query(children.query(), indent, "(");
                last().append(")");
            } else if (i > 0 && (own || behindOwn)) {
                line(indent, text);
            } else {
                add(text, indent, space || i > 0);
            }
        }
    }

    /** On the same line if there is room. */
    private void add(String text, int indent, boolean space) {
        if (space && last().length() + 1 + text.length() > WIDTH) {
            line(indent, text);
        } else {
            last().append(space ? " " : "").append(text);
        }
    }

    private void condition(Condition condition, int indent, String lead) {
        String whole = flat.condition(condition);
        if (indent + lead.length() + whole.length() <= WIDTH) {
            line(indent, lead + whole);
            return;
        }
        switch (condition) {
            case Condition.And and -> connected(and.conditions(), "AND ", indent, lead);
            case Condition.Or or -> connected(or.conditions(), "OR ", indent, lead);
            case Condition.Not not -> condition(not.condition(), indent, lead + "NOT ");
            case Condition.Group group -> {
                line(indent, lead + "(");
                condition(group.condition(), indent + STEP + STEP, "");
                line(indent + STEP, ")");
            }
            case Condition.Membership test -> {
                line(indent, lead + flat.opening(test));
                for (int i = 0; i < test.values().size(); i++) {
                    String comma = i == test.values().size() - 1 ? ")" : ",";
                    add(flat.value(test.values().get(i)) + comma, indent + STEP + STEP, i > 0);
                }
            }
            case Condition.SemiJoin join -> {
                line(indent, lead + flat.opening(join));
                query(join.query(), indent + STEP + STEP, "");
                last().append(")");
            }
            case Condition.Comparison test -> line(indent, lead + whole);
            case Condition.Gap gap -> line(indent, lead + whole);
        }
    }

    private void connected(List<Condition> conditions, String word, int indent, String lead) {
        boolean clause = lead.equals("WHERE ") || lead.equals("HAVING ");
        condition(conditions.getFirst(), indent, lead);
        for (Condition condition : conditions.subList(1, conditions.size())) {
            condition(condition, clause ? indent + STEP : indent, word);
        }
    }

    private StringBuilder last() {
        return lines.getLast();
    }

    private void line(int indent, String text) {
        lines.add(new StringBuilder(" ".repeat(indent)).append(text));
    }
}
