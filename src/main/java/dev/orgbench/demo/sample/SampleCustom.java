package dev.orgbench.demo.sample;

import dev.orgbench.demo.data.RowImport;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Feature requests and invoices. */
final class SampleCustom {
    /** Bills are sent every third day, or oftener where there are many. */
    private static final int DAYS_OF_BILLS = 360;

    private static final int DAYS_TO_PAY = 30;

    private final RowImport rows;
    private final Calendar calendar;
    private final Chance chance;
    private final SampleAccounts accounts;
    private final int invoices;

    SampleCustom(RowImport rows, Calendar calendar, Chance chance, SampleAccounts accounts, int invoices) {
        this.rows = rows;
        this.calendar = calendar;
        this.chance = chance;
        this.accounts = accounts;
        this.invoices = invoices;
    }

    void fillFeatureRequests() throws SQLException {
        for (String title : Words.list("feature-requests.txt")) {
            Account account = chance.early(accounts.all());
            String status = chance.early(List.of("New", "Planned", "In Progress", "Shipped", "Declined"));
            boolean dated = status.equals("Planned") || status.equals("In Progress");
            Row row = new Row()
                    .set("Name", title)
                    .set("Status__c", status)
                    .set("Priority__c", chance.early(List.of("Medium", "High", "Low", "Critical")))
                    .set("Description__c", account.name() + " asks for this: " + title.toLowerCase(Locale.ROOT) + ".")
                    .set("Votes__c", (double) chance.between(1, 64))
                    .set("Account__c", account.id())
                    .set("Requested_By__c", chance.of(account.contacts()))
                    .set(
                            "Target_Date__c",
                            dated
                                    ? calendar.today()
                                            .plusDays(chance.between(10, 120))
                                            .toString()
                                    : null)
                    .set("OwnerId", account.owner());
            rows.add(
                    "Feature_Request__c",
                    row.values(),
                    calendar.stamp(account.owner(), calendar.daysAgo(chance.below(240)), chance.below(1000)));
        }
    }

    void fillInvoices() throws SQLException {
        for (int i = 0; i < invoices; i++) {
            Account account = chance.early(accounts.all());
            // Invoices are numbered in the order in which they were made.
            LocalDate made = calendar.daysAgo((int) ((long) (invoices - i) * DAYS_OF_BILLS / invoices));
            account.seen(made);
            LocalDate due = made.plusDays(DAYS_TO_PAY);
            String status = status(due);
            Row row = new Row()
                    .set("Account__c", account.id())
                    .set("Amount__c", chance.between(180, 48_000) + chance.below(100) / 100.0)
                    .set("Status__c", status)
                    .set("Paid__c", status.equals("Paid"))
                    .set("Due_Date__c", due)
                    .set("External_Id__c", "BILL-" + (70_000 + i))
                    .set("OwnerId", account.owner());
            rows.add("Acme_Invoice__c", row.values(), calendar.stamp(account.owner(), made, chance.below(1000)));
        }
    }

    private String status(LocalDate due) {
        if (due.isBefore(calendar.today())) {
            return chance.percent(84) ? "Paid" : chance.percent(75) ? "Overdue" : "Cancelled";
        }
        return chance.percent(30) ? "Paid" : chance.percent(80) ? "Sent" : "Draft";
    }
}
