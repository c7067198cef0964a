package dev.orgbench.demo.query;

import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.soql.Name;

/**
 * USING SCOPE as a condition. (SOQL and SOSL Reference, "USING SCOPE".) In this org, {@code mine} is what the user owns;
 * {@code team} also what those own who report to the user, at any level; {@code delegated} what the user made and
 * another owns. There are no territories, no scoping rules and no approvals, so their scopes are refused.
 */
final class Scopes {
    private final Schema schema;
    private final Refusals refusals;
    private final Asker asker;

    Scopes(Schema schema, Refusals refusals, Asker asker) {
        this.schema = schema;
        this.refusals = refusals;
        this.asker = asker;
    }

    Fragment condition(Name scope, Entity.Table table) throws ApiError {
        Object user = asker.userId() == null ? "" : asker.userId();
        return switch (scope.key()) {
            case "everything" -> Fragment.TRUE;
            case "mine" -> Fragment.of(column(table, "OwnerId", scope) + " = ?", user);
            case "team" -> Fragment.of(column(table, "OwnerId", scope) + " IN (" + team() + ")", user);
            case "delegated" -> {
                String creator = column(table, "CreatedById", scope);
                String owner = column(table, "OwnerId", scope);
                yield Fragment.of(creator + " = ? AND " + owner + " <> ?", user, user);
            }
            default -> throw unknown(scope, table);
        };
    }

    private String team() {
        boolean managed =
                schema.object("User").flatMap(user -> user.field("ManagerId")).isPresent();
        return managed
                ? "WITH RECURSIVE team(id) AS (SELECT ? UNION SELECT u.\"Id\" FROM \"User\" u JOIN team ON"
                        + " u.\"ManagerId\" = team.id) SELECT id FROM team"
                : "?";
    }

    private String column(Entity.Table table, String field, Name scope) throws ApiError {
        SObject object = table.object();
        return table.column(
                object.field(field).orElseThrow(() -> unknown(scope, table)).name());
    }

    private ApiError unknown(Name scope, Entity.Table table) {
        return refusals.malformed(scope.range(), Wording.noSuchScope(scope.text(), table.name()));
    }
}
