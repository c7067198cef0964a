package dev.orgbench.demo.data;

import dev.orgbench.demo.schema.SObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an opportunity's products come to. As long as it has any, its amount is theirs, whatever a client writes. (Object
 * Reference, "Opportunity", Amount.)
 */
final class Totals {
    private static final String ITEMS =
            "FROM \"OpportunityLineItem\" i WHERE i.\"OpportunityId\" = \"Opportunity\".\"Id\""
                    + " AND i.\"IsDeleted\" = 0";
    private static final String HAS_ITEMS = "EXISTS (SELECT 1 " + ITEMS + ")";

    private final Connection db;
    private final Stamp stamp;

    Totals(Connection db, Stamp stamp) {
        this.db = db;
        this.stamp = stamp;
    }

    /** After a record was written or deleted. */
    void after(SObject object, Map<String, @Nullable Object> before, Map<String, @Nullable Object> after)
            throws SQLException {
        switch (object.name()) {
            case "OpportunityLineItem" -> {
                Set<Object> opportunities = new LinkedHashSet<>();
                for (Map<String, @Nullable Object> row : List.of(before, after)) {
                    Object id = row.get("OpportunityId");
                    if (id != null) {
                        opportunities.add(id);
                    }
                }
                for (Object id : opportunities) {
                    opportunity(id, "1");
                }
            }
            case "Opportunity" -> opportunity(String.valueOf(after.get("Id")), HAS_ITEMS);
            default -> {}
        }
    }

    private void opportunity(Object id, String condition) throws SQLException {
        String amount =
                "CASE WHEN " + HAS_ITEMS + " THEN (SELECT sum(i.\"TotalPrice\") " + ITEMS + ") ELSE \"Amount\" END";
        try (PreparedStatement statement =
                db.prepareStatement("UPDATE \"Opportunity\" SET \"HasOpportunityLineItem\" = "
                        + HAS_ITEMS + ", \"Amount\" = " + amount + ", \"ExpectedRevenue\" = round((" + amount
                        + ") * \"Probability\") / 100.0, \"SystemModstamp\" = ? WHERE \"Id\" = ? AND " + condition)) {
            statement.setString(1, stamp.at());
            statement.setObject(2, id);
            statement.executeUpdate();
        }
    }
}
