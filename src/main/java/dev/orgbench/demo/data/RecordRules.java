package dev.orgbench.demo.data;

import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the org itself writes into a record, after what a client wrote and before it is stored. */
final class RecordRules {
    private final Connection db;
    private final Schema schema;
    private final Stamp stamp;

    RecordRules(Connection db, Schema schema, Stamp stamp) {
        this.db = db;
        this.schema = schema;
        this.stamp = stamp;
    }

    /**
     * @param row the whole record, which is changed in place
     * @param given the fields that the client wrote, by their API names
     */
    void apply(SObject object, Map<String, @Nullable Object> row, Set<String> given) throws SQLException {
        switch (object.name()) {
            case "Contact", "Lead", "User" -> nameOfPerson(row);
            case "Opportunity" -> opportunity(row, given);
            case "Task" -> task(row, given);
            case "Event" -> activity(row, given);
            case "Case" -> supportCase(row, given);
            case "OpportunityLineItem" -> new LineItems(db, schema).ofOpportunity(row, given);
            case "OrderItem" -> new LineItems(db, schema).ofOrder(row);
            case "CampaignMember" -> campaignMember(row);
            default -> {}
        }
        if (object.custom() && row.get("Name") == null) {
            row.put("Name", row.get("Id"));
        }
    }

    private static void nameOfPerson(Map<String, @Nullable Object> row) {
        Object first = row.get("FirstName");
        Object last = row.get("LastName");
        row.put("Name", first == null ? last : last == null ? first : first + " " + last);
    }

    private static void opportunity(Map<String, @Nullable Object> row, Set<String> given) {
        if (given.contains("StageName")) {
            SalesStage.of(String.valueOf(row.get("StageName"))).ifPresent(stage -> {
                row.put("IsClosed", stage.closed() ? 1L : 0L);
                row.put("IsWon", stage.won() ? 1L : 0L);
                row.put("ForecastCategory", stage.forecast());
                if (!given.contains("ForecastCategoryName")) {
                    row.put("ForecastCategoryName", stage.forecastName());
                }
                if (!given.contains("Probability")) {
                    row.put("Probability", (double) stage.probability());
                }
            });
        }
        if (row.get("ForecastCategory") == null) {
            row.put("ForecastCategory", "Pipeline");
        }
        if (row.get("Amount") instanceof Double amount && row.get("Probability") instanceof Double probability) {
            row.put("ExpectedRevenue", Math.round(amount * probability) / 100.0);
        } else {
            row.put("ExpectedRevenue", null);
        }
        if (row.get("CloseDate") instanceof String text) {
            LocalDate date = LocalDate.parse(text);
            int quarter = (date.getMonthValue() + 2) / 3;
            row.put("FiscalYear", (long) date.getYear());
            row.put("FiscalQuarter", (long) quarter);
            row.put("Fiscal", date.getYear() + " " + quarter);
        }
    }

    private void task(Map<String, @Nullable Object> row, Set<String> given) throws SQLException {
        boolean closed = "Completed".equals(row.get("Status"));
        row.put("IsClosed", closed ? 1L : 0L);
        row.put("IsHighPriority", "High".equals(row.get("Priority")) ? 1L : 0L);
        if (given.contains("Status")) {
            row.put("CompletedDateTime", closed ? sinceWhen(row.get("CompletedDateTime")) : null);
        }
        if (row.get("TaskSubtype") == null) {
            row.put("TaskSubtype", "Task");
        }
        activity(row, given);
    }

    /** Only the sample data tell themselves whose an activity is: clients may not write it. */
    private void activity(Map<String, @Nullable Object> row, Set<String> given) throws SQLException {
        if (!given.contains("AccountId")) {
            row.put("AccountId", accountOfActivity(row));
        }
    }

    private void supportCase(Map<String, @Nullable Object> row, Set<String> given) throws SQLException {
        boolean closed = "Closed".equals(row.get("Status"));
        row.put("IsClosed", closed ? 1L : 0L);
        if (given.contains("Status")) {
            row.put("ClosedDate", closed ? sinceWhen(row.get("ClosedDate")) : null);
        }
        if (row.get("AccountId") == null && !given.contains("AccountId")) {
            row.put("AccountId", accountOf(row.get("ContactId")));
        }
    }

    private void campaignMember(Map<String, @Nullable Object> row) {
        boolean responded = "Responded".equals(row.get("Status"));
        row.put("HasResponded", responded ? 1L : 0L);
        row.put("FirstRespondedDate", responded ? firstDay(row.get("FirstRespondedDate")) : null);
    }

    private Object firstDay(@Nullable Object before) {
        return before == null ? stamp.at().substring(0, 10) : before;
    }

    /** What is closed again keeps the time at which it was closed first. */
    private Object sinceWhen(@Nullable Object before) {
        return before == null ? stamp.at() : before;
    }

    private @Nullable Object accountOfActivity(Map<String, @Nullable Object> row) throws SQLException {
        Object account = accountOf(row.get("WhatId"));
        return account != null ? account : accountOf(row.get("WhoId"));
    }

    /** The account that a record is, or belongs to. */
    private @Nullable Object accountOf(@Nullable Object id) throws SQLException {
        if (id == null) {
            return null;
        }
        SObject object = schema.objectOf(id.toString()).orElse(null);
        if (object == null) {
            return null;
        }
        if (object.name().equals("Account")) {
            return id;
        }
        return object.field("AccountId").isEmpty()
                ? null
                : Rows.text(db, object, "AccountId", id.toString()).orElse(null);
    }
}
