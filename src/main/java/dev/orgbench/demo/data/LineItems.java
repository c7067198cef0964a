package dev.orgbench.demo.data;

import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the org fills in of a product in an opportunity or an order. (Object Reference, "OpportunityLineItem".) */
final class LineItems {
    private final Connection db;
    private final Schema schema;

    LineItems(Connection db, Schema schema) {
        this.db = db;
        this.schema = schema;
    }

    void ofOpportunity(Map<String, @Nullable Object> row, Set<String> given) throws SQLException {
        fromPricebook(row);
        Double quantity = number(row, "Quantity");
        Double price = number(row, "UnitPrice");
        Double total = number(row, "TotalPrice");
        boolean totalGiven = given.contains("TotalPrice") && !given.contains("UnitPrice");
        if (totalGiven && total != null && quantity != null && quantity != 0) {
            row.put("UnitPrice", cents(total / quantity));
        } else if (price != null && quantity != null) {
            row.put("TotalPrice", cents(price * quantity));
        }
        product(row, "Name", "Name");
        product(row, "ProductCode", "ProductCode");
    }

    void ofOrder(Map<String, @Nullable Object> row) throws SQLException {
        fromPricebook(row);
    }

    /** The list price and the product of the price book's entry. */
    private void fromPricebook(Map<String, @Nullable Object> row) throws SQLException {
        Optional<SObject> entries = schema.object("PricebookEntry");
        Object id = row.get("PricebookEntryId");
        if (id == null || entries.isEmpty()) {
            return;
        }
        Map<String, @Nullable Object> entry =
                Rows.find(db, entries.get(), id.toString()).orElse(Map.of());
        if (row.get("Product2Id") == null) {
            row.put("Product2Id", entry.get("Product2Id"));
        }
        if (entry.get("UnitPrice") != null) {
            row.put("ListPrice", entry.get("UnitPrice"));
            row.putIfAbsent("UnitPrice", entry.get("UnitPrice"));
        }
    }

    private void product(Map<String, @Nullable Object> row, String field, String ofProduct) throws SQLException {
        Object id = row.get("Product2Id");
        SObject products = schema.object("Product2").orElse(null);
        if (id != null && products != null) {
            row.put(field, Rows.text(db, products, ofProduct, id.toString()).orElse(null));
        }
    }

    private static @Nullable Double number(Map<String, @Nullable Object> row, String field) {
        return row.get(field) instanceof Double number ? number : null;
    }

    private static double cents(double amount) {
        return Math.round(amount * 100) / 100.0;
    }
}
