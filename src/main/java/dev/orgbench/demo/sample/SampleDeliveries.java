package dev.orgbench.demo.sample;

import dev.orgbench.demo.data.RowImport;
import dev.orgbench.demo.data.Stamp;
import dev.orgbench.demo.sample.SampleProducts.Line;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What follows a deal that was won: a contract, an order for the same lines, and the instruments that stand at the customer's. */
final class SampleDeliveries {
    private static final int PERCENT_WITH_CONTRACT = 40;
    private static final List<Integer> MONTHS = List.of(12, 24, 36);
    /** Degrees around the customer's address where instruments stand. */
    private static final double AROUND = 0.02;

    private final RowImport rows;
    private final Calendar calendar;
    private final SampleProducts products;
    private final Chance chance = new Chance(2);
    private int serial = 48_000;

    SampleDeliveries(RowImport rows, Calendar calendar, SampleProducts products) {
        this.rows = rows;
        this.calendar = calendar;
        this.products = products;
    }

    void deliver(Account account, LocalDate won, double amount, List<Line> lines) throws SQLException {
        LocalDate ordered = calendar.notAfterToday(won.plusDays(chance.between(1, 6)));
        Stamp stamp = calendar.stamp(account.owner(), ordered, chance.below(700));
        String contract = chance.percent(PERCENT_WITH_CONTRACT) ? contract(account, ordered, stamp) : null;
        Row order = new Row()
                .set("AccountId", account.id())
                .set("ContractId", contract)
                .set("Pricebook2Id", products.standardBook())
                .set("EffectiveDate", ordered)
                .set("Status", "Activated")
                .set("StatusCode", "Activated")
                .set("ActivatedDate", calendar.during(ordered, 800))
                .set("ActivatedById", account.owner())
                .set("BillToContactId", account.contacts().getFirst())
                .set("PoNumber", "PO-" + (20_000 + chance.below(70_000)))
                .set("PoDate", ordered)
                .set("TotalAmount", amount)
                .set("OwnerId", account.owner());
        SampleAccounts.address(order, "Billing", account.place(), chance.between(1, 240));
        String orderId = rows.add("Order", order.values(), stamp);
        for (Line line : lines) {
            rows.add(
                    "OrderItem",
                    new Row()
                            .set("OrderId", orderId)
                            .set("PricebookEntryId", line.product().entry())
                            .set("Product2Id", line.product().id())
                            .set("Quantity", (double) line.quantity())
                            .set("AvailableQuantity", (double) line.quantity())
                            .set("UnitPrice", line.unitPrice())
                            .set("ListPrice", line.product().price())
                            .set("TotalPrice", line.total())
                            .set("ServiceDate", ordered)
                            .values(),
                    stamp);
            if (line.product().family().equals("Sensors")
                    || line.product().family().equals("Data Loggers")) {
                asset(account, line, ordered, stamp);
            }
        }
    }

    private String contract(Account account, LocalDate start, Stamp stamp) throws SQLException {
        int months = chance.of(MONTHS);
        Row row = new Row()
                .set("AccountId", account.id())
                .set("Pricebook2Id", products.standardBook())
                .set("StartDate", start)
                .set("ContractTerm", months)
                .set("EndDate", start.plusMonths(months).minusDays(1))
                .set("Status", "Activated")
                .set("StatusCode", "Activated")
                .set("ActivatedDate", calendar.during(start, 750))
                .set("ActivatedById", account.owner())
                .set("CustomerSignedId", account.contacts().getFirst())
                .set("CustomerSignedDate", start)
                .set("CompanySignedId", account.owner())
                .set("CompanySignedDate", start)
                .set("OwnerId", account.owner());
        SampleAccounts.address(row, "Billing", account.place(), chance.between(1, 240));
        return rows.add("Contract", row.values(), stamp);
    }

    private void asset(Account account, Line line, LocalDate bought, Stamp stamp) throws SQLException {
        LocalDate installed = bought.plusDays(chance.between(5, 40));
        boolean there = !installed.isAfter(calendar.today());
        double latitude = Double.parseDouble(account.place().text("latitude"));
        double longitude = Double.parseDouble(account.place().text("longitude"));
        Row row = new Row()
                .set("Name", line.product().name())
                .set("AccountId", account.id())
                .set("ContactId", account.contacts().getLast())
                .set("Product2Id", line.product().id())
                .set("ProductCode", line.product().code())
                .set("StockKeepingUnit", line.product().code())
                .set("SerialNumber", String.format(Locale.ROOT, "BW%07d", serial++))
                .set("Status", there ? "Installed" : "Shipped")
                .set("PurchaseDate", bought)
                .set("InstallDate", there ? installed.toString() : null)
                .set("Price", line.unitPrice())
                .set("Quantity", (double) line.quantity())
                .set("Site__Latitude__s", near(latitude))
                .set("Site__Longitude__s", near(longitude))
                .set("OwnerId", account.owner());
        SampleAccounts.address(row, "", account.place(), chance.between(1, 240));
        rows.add("Asset", row.values(), stamp);
    }

    private double near(double degrees) {
        return Math.round((degrees + AROUND * (chance.below(2001) - 1000) / 1000) * 100_000) / 100_000.0;
    }
}
