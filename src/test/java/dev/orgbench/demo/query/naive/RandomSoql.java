package dev.orgbench.demo.query.naive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Queries over the golden org's objects that are right by SOQL's rules. Ids in them are codes in braces: {@code {A1}}. */
public final class RandomSoql {
    /** Fields by object, each with its type: those of parents too. */
    private static final Map<String, List<String>> FIELDS = Map.of(
            "Account",
            List.of(
                    "Name:text",
                    "Industry:text",
                    "Rating:text",
                    "AnnualRevenue:number",
                    "NumberOfEmployees:int",
                    "Active__c:boolean",
                    "OwnerId:id:U",
                    "ParentId:id:A",
                    "CreatedDate:datetime",
                    "Founded__c:date",
                    "Regions__c:multi",
                    "Parent.Name:text",
                    "Parent.AnnualRevenue:number",
                    "Parent.Active__c:boolean",
                    "Owner.Name:text",
                    "Parent.Parent.Owner.Name:text",
                    "Parent.CreatedDate:datetime"),
            "Contact",
            List.of(
                    "LastName:text",
                    "Email:text",
                    "Birthdate:date",
                    "AccountId:id:A",
                    "Account.Name:text",
                    "Account.NumberOfEmployees:int",
                    "ReportsTo.LastName:text",
                    "ReportsTo.Account.Industry:text",
                    "Account.Regions__c:multi"),
            "Opportunity",
            List.of(
                    "Name:text",
                    "StageName:text",
                    "Amount:number",
                    "Probability:number",
                    "CloseDate:date",
                    "IsWon:boolean",
                    "AccountId:id:A",
                    "Account.Industry:text",
                    "Account.Owner.IsActive:boolean",
                    "Account.Founded__c:date"));

    private static final List<String> OBJECTS = List.of("Account", "Contact", "Opportunity");

    private final Random random;

    public RandomSoql(Random random) {
        this.random = random;
    }

    /** A query for records, for their number, or for groups. */
    public String query() {
        String object = pick(OBJECTS);
        String where = random.nextInt(6) == 0 ? "" : " WHERE " + condition(object, 3, true);
        return switch (random.nextInt(5)) {
            case 0 -> groups(object, where);
            case 1 ->
                "SELECT COUNT() FROM " + object + where + (random.nextBoolean() ? "" : " LIMIT " + random.nextInt(40));
            default -> rows(object, where);
        };
    }

    private static List<String> fields(String object) {
        return Objects.requireNonNull(FIELDS.get(object));
    }

    private String rows(String object, String where) {
        List<String> selected = new ArrayList<>(fields(object));
        Collections.shuffle(selected, random);
        // One field only, as two of one parent would stand together.
        String fields = "Id, " + name(selected.getFirst());
        StringBuilder order = new StringBuilder(" ORDER BY ");
        for (int i = random.nextInt(3); i > 0; i--) {
            String field = selected.get(i);
            if (!type(field).equals("multi") && !type(field).equals("id")) {
                order.append(name(field))
                        .append(pick(List.of("", " ASC", " DESC")))
                        .append(pick(List.of("", " NULLS FIRST", " NULLS LAST")))
                        .append(", ");
            }
        }
        String limit = random.nextBoolean() ? "" : " LIMIT " + random.nextInt(30);
        String offset = random.nextInt(3) > 0 ? "" : " OFFSET " + random.nextInt(20);
        return "SELECT " + fields + " FROM " + object + where + order + "Id" + limit + offset;
    }

    private String groups(String object, String where) {
        List<String> keys = new ArrayList<>();
        for (String field : fields(object)) {
            switch (type(field)) {
                case "text", "boolean", "id", "int" -> keys.add(name(field));
                case "date" -> keys.add("CALENDAR_YEAR(" + name(field) + ")");
                case "datetime" -> keys.add("CALENDAR_MONTH(" + name(field) + ")");
                default -> {}
            }
        }
        Collections.shuffle(keys, random);
        int count = random.nextInt(4);
        List<String> chosen = keys.subList(0, count);
        String kind = count == 0 ? "" : pick(List.of("%s", "%s", "ROLLUP(%s)", "CUBE(%s)"));
        List<String> selected = new ArrayList<>();
        for (String key : chosen) {
            selected.add(key + " k" + selected.size());
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            selected.add(aggregate(object) + " a" + i);
        }
        if (kind.contains("(")) {
            chosen.forEach(key -> selected.add("GROUPING(" + key + ") g" + selected.size()));
        }
        String having = count == 0 || random.nextBoolean()
                ? ""
                : " HAVING COUNT(Id) " + pick(List.of(">", "<=", "!=")) + " " + random.nextInt(5);
        String groupBy = count == 0 ? "" : " GROUP BY " + kind.formatted(String.join(", ", chosen)) + having;
        return "SELECT " + String.join(", ", selected) + " FROM " + object + where + groupBy;
    }

    private String aggregate(String object) {
        String field = pick(fields(object));
        return switch (type(field)) {
            case "number", "int" ->
                pick(List.of("SUM", "AVG", "MIN", "MAX", "COUNT", "COUNT_DISTINCT")) + "(" + name(field) + ")";
            case "date", "datetime" -> pick(List.of("MIN", "MAX", "COUNT_DISTINCT")) + "(" + name(field) + ")";
            case "text" -> pick(List.of("COUNT", "COUNT_DISTINCT")) + "(" + name(field) + ")";
            default -> "COUNT(Id)";
        };
    }

    private String condition(String object, int depth, boolean joins) {
        if (depth > 0 && random.nextBoolean()) {
            return switch (random.nextInt(4)) {
                case 0 -> "(NOT " + condition(object, depth - 1, false) + ")";
                case 1 ->
                    "(" + condition(object, depth - 1, false) + " AND " + condition(object, depth - 1, false) + ")";
                default ->
                    "(" + condition(object, depth - 1, false) + " OR " + condition(object, depth - 1, false) + ")";
            };
        }
        if (joins && random.nextInt(8) == 0) {
            return switch (object) {
                case "Account" ->
                    "Id " + pick(List.of("IN", "NOT IN")) + " (SELECT AccountId FROM Contact WHERE "
                            + condition("Contact", 1, false) + ")";
                default ->
                    "AccountId " + pick(List.of("IN", "NOT IN")) + " (SELECT Id FROM Account WHERE "
                            + condition("Account", 1, false) + ")";
            };
        }
        return new RandomComparison(random).on(pick(fields(object)));
    }

    private <V> V pick(List<V> values) {
        return values.get(random.nextInt(values.size()));
    }

    static String name(String field) {
        return field.substring(0, field.indexOf(':'));
    }

    static String type(String field) {
        return field.split(":", -1)[1];
    }
}
