package dev.orgbench.tools;

import dev.orgbench.tools.DescribedOrg.Child;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes queries that an org answers, and notes down which objects it put into them. */
final class ReachingQuery {
    private static final List<String> ROOTS =
            List.of("Account", "Contact", "Opportunity", "Case", "Task", "Lead", "Feature_Request__c", "User");

    private final Random random;
    private final DescribedOrg org;
    private final Set<String> reached = new TreeSet<>();

    ReachingQuery(Random random, DescribedOrg org) {
        this.random = random;
        this.org = org;
    }

    Set<String> reached() {
        return reached;
    }

    String text() {
        String root = pick(ROOTS);
        return chance(4) ? grouped(root) : rows(root, root, 2, true);
    }

    private String rows(String from, String object, int depth, boolean outermost) {
        reached.add(object);
        String alias = outermost && chance(3) ? "x" + random.nextInt(9) : "";
        Map<String, String> select = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = random.nextInt(3); i >= 0; i--) {
            String path = path(object, depth, true, "");
            select.put(path, alias.isEmpty() || chance(2) ? path : alias + "." + path);
        }
        List<String> items = new ArrayList<>(select.values());
        if (outermost && object.equals("Task") && chance(2)) {
            items.add(typeOf());
        }
        if (depth > 0 && chance(3)) {
            children(object, depth, items);
        }
        return word("SELECT ")
                + String.join(pick(List.of(",", ", ", " ,\n")), items)
                + word(" FROM ")
                + from
                + (alias.isEmpty() ? "" : " " + alias)
                + maybe(() -> word(" WHERE ") + where(object, depth, outermost))
                + maybe(() -> word(" ORDER BY ") + path(object, depth, false, "sortable"))
                + word(" LIMIT ")
                + (1 + random.nextInt(3));
    }

    private void children(String object, int depth, List<String> items) {
        List<Child> children = org.children(object);
        for (int i = random.nextInt(2); i >= 0 && !children.isEmpty(); i--) {
            Child child = pick(children);
            String from = " " + child.relationship() + " ";
            if (items.stream()
                    .noneMatch(item -> item.toLowerCase(Locale.ROOT).contains(from.toLowerCase(Locale.ROOT)))) {
                items.add("(" + rows(from.strip() + " ", child.object(), depth - 1, false) + ")");
            }
        }
    }

    private String grouped(String object) {
        reached.add(object);
        String group = path(object, 2, false, "groupable");
        return "SELECT " + group + ", COUNT(Id) n FROM " + object
                + maybe(() -> word(" WHERE ") + where(object, 2, true)) + word(" GROUP BY ") + group
                + maybe(() -> word(" HAVING ") + "COUNT_DISTINCT(" + path(object, 2, false, "aggregatable filterable")
                        + ") > 0")
                + " LIMIT 3";
    }

    private String typeOf() {
        String type = pick(List.of("Account", "Opportunity", "Case"));
        reached.add(type);
        String branch = "WHEN " + type + " THEN " + path(type, 1, false, "");
        if (chance(3)) {
            reached.addAll(org.targets("Task", "What"));
            return "TYPEOF What " + branch + " ELSE Name END";
        }
        return "TYPEOF What " + branch + " END";
    }

    /** A field, maybe of a parent's parent, that describe gives all of {@code attributes}, separated by blanks. */
    private String path(String object, int hops, boolean selected, String attributes) {
        List<Map.Entry<String, List<String>>> parents = org.parents(object);
        if (hops > 0 && chance(3) && !parents.isEmpty()) {
            Map.Entry<String, List<String>> parent = pick(parents);
            reached.addAll(parent.getValue());
            String rest = parent.getValue().size() == 1
                    ? path(parent.getValue().getFirst(), hops - 1, selected, attributes)
                    : "Name";
            return anyCase(parent.getKey()) + "." + rest;
        }
        List<String> fields = org.fields(
                object,
                field -> attributes.isEmpty()
                        || Stream.of(attributes.split(" "))
                                .allMatch(attribute -> field.path(attribute).asBoolean()));
        return anyCase(pick(fields));
    }

    /** Salesforce takes semi-joins at the top, with AND alone. */
    private String where(String object, int depth, boolean queries) {
        String first = condition(object, depth);
        return queries && chance(2)
                ? first + maybeAnd(semiJoin(object, depth)) + maybeAnd(semiJoin(object, depth))
                : first;
    }

    private static String maybeAnd(String semiJoin) {
        return semiJoin.isEmpty() ? "" : " AND " + semiJoin;
    }

    private String condition(String object, int depth) {
        return switch (random.nextInt(6)) {
            case 0 -> "(" + condition(object, depth) + word(" OR ") + condition(object, depth) + ")";
            case 1 -> "(" + condition(object, depth) + word(" AND ") + condition(object, depth) + ")";
            case 2 -> "(" + word("NOT ") + test(object, depth) + ")";
            default -> test(object, depth);
        };
    }

    private String test(String object, int depth) {
        return path(object, depth, false, "filterable") + pick(List.of(" != ", " = ")) + "null";
    }

    private String semiJoin(String object, int depth) {
        List<Child> children = org.children(object).stream()
                .filter(child -> !child.object().equals(object))
                .filter(child -> org.fields(child.object(), field -> field.path("filterable")
                                .asBoolean())
                        .contains(child.field()))
                .filter(child -> org.targets(child.object(), child.field()).size() == 1)
                .toList();
        if (children.isEmpty() || chance(2)) {
            return "";
        }
        Child child = pick(children);
        reached.add(child.object());
        return "Id" + pick(List.of(" IN ", " not in ")) + "(SELECT " + child.field() + " FROM " + child.object()
                + maybe(() -> word(" WHERE ") + condition(child.object(), depth)) + ")";
    }

    private String anyCase(String name) {
        return chance(4) ? name.toUpperCase(Locale.ROOT) : chance(4) ? name.toLowerCase(Locale.ROOT) : name;
    }

    private String word(String keyword) {
        return anyCase(chance(8) ? keyword.replace(" ", "\n\t ") : keyword);
    }

    private String maybe(Supplier<String> clause) {
        return chance(2) ? clause.get() : "";
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
