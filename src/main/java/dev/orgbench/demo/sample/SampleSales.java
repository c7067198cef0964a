package dev.orgbench.demo.sample;

import dev.orgbench.demo.data.RowImport;
import dev.orgbench.demo.data.SalesStage;
import dev.orgbench.demo.data.Stamp;
import dev.orgbench.demo.sample.SampleProducts.Line;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Opportunities in all stages with what is sold, to whom and why. */
final class SampleSales {
    private static final int LOST_THIS_MONTH = 8;
    private static final int WON_THIS_MONTH = 14;
    /** What activities are about. */
    private static final int MOST_REMEMBERED = 50_000;

    private static final List<String> ROLES =
            List.of("Decision Maker", "Business User", "Evaluator", "Technical Buyer", "Economic Buyer", "Influencer");
    /** Where leads and deals come from. */
    static final List<String> SOURCES = List.of("Web", "Partner Referral", "Phone Inquiry", "Purchased List", "Other");

    private static final List<String> LOSS_REASONS = List.of(
            "Lost to a cheaper offer.",
            "No budget this year.",
            "The project was put off.",
            "They stayed with their supplier.");

    /**
     * What tasks are about, and what leads became.
     *
     * @param began the day on which it was made
     */
    record Opportunity(String id, Account account, LocalDate began) {}

    private final RowImport rows;
    private final Calendar calendar;
    private final Chance chance;
    private final SampleAccounts accounts;
    private final SampleSize size;
    private final SampleProducts products;
    private final SampleCampaigns campaigns;
    private final SampleDeliveries deliveries;
    private final Map<String, String> recordTypes;
    /** For what came later: it leaves the older choices as they were. */
    private final Chance more = new Chance(4);

    private final List<Opportunity> opportunities = new ArrayList<>();
    private final Set<Double> amountsThisMonth = new HashSet<>();
    private final List<String> deals = Words.list("deals.txt");

    /**
     * @param recordTypes the ids of the opportunity's record types by their names
     */
    SampleSales(
            RowImport rows,
            Calendar calendar,
            Chance chance,
            SampleSize size,
            SampleAccounts accounts,
            SampleProducts products,
            SampleCampaigns campaigns,
            Map<String, String> recordTypes) {
        this.rows = rows;
        this.calendar = calendar;
        this.chance = chance;
        this.size = size;
        this.accounts = accounts;
        this.products = products;
        this.campaigns = campaigns;
        this.deliveries = new SampleDeliveries(rows, calendar, products);
        this.recordTypes = recordTypes;
    }

    List<Opportunity> opportunities() {
        return opportunities;
    }

    void fillOpportunities() throws SQLException {
        SalesStage won = SalesStage.ALL.get(SalesStage.ALL.size() - 2);
        SalesStage lost = SalesStage.ALL.getLast();
        List<SalesStage> open = SalesStage.ALL.subList(0, SalesStage.ALL.size() - 2);
        for (int i = 0; i < size.opportunities(); i++) {
            if (i < LOST_THIS_MONTH + WON_THIS_MONTH) {
                double amount = amount();
                while (!amountsThisMonth.add(amount)) {
                    amount = amount();
                }
                LocalDate day = calendar.thisMonth(chance.below(1000));
                opportunity(i < LOST_THIS_MONTH ? lost : won, day, amount);
            } else if (chance.percent(38)) {
                // Deals of the near future, some of them overdue.
                opportunity(chance.of(open), calendar.today().plusDays(chance.between(-14, 150)), amount());
            } else {
                opportunity(chance.percent(64) ? won : lost, calendar.daysAgo(chance.between(32, 620)), amount());
            }
        }
    }

    private double amount() {
        return chance.percent(75) ? chance.between(30, 900) * 50.0 : chance.between(45, 480) * 1000.0;
    }

    private void opportunity(SalesStage stage, LocalDate closeDate, double amount) throws SQLException {
        Account account = chance.early(accounts.all());
        LocalDate created = closeDate.minusDays(chance.between(20, 170));
        LocalDate start = created.isAfter(calendar.today()) ? calendar.daysAgo(chance.below(20)) : created;
        LocalDate changed = stage.closed() ? closeDate : calendar.daysAgo(chance.below(14));
        account.seen(start);
        Stamp stamp = calendar.stamp(account.owner(), start, chance.below(800));
        List<Line> lines = more.percent(size.percentWithProducts()) ? products.split(amount, more) : List.of();
        Row row = new Row()
                .set("Name", account.name() + " - " + chance.of(deals))
                .set("AccountId", account.id())
                .set("StageName", stage.name())
                .set("CloseDate", closeDate)
                .set("Amount", amount);
        boolean first = chance.percent(60);
        row.set("Type", first ? "New Customer" : "Existing Customer - Upgrade")
                .set("RecordTypeId", recordTypes.get(first ? "New_Business" : "Renewal"))
                .set("LeadSource", chance.early(SOURCES))
                .set(
                        "NextStep",
                        stage.closed() ? null : chance.of(List.of("Send the offer", "Call the buyer", "Plan a visit")))
                .set("Description", stage.closed() && !stage.won() ? chance.of(LOSS_REASONS) : null)
                .set("CampaignId", campaigns.source(start, amount, stage.won()))
                .set("HasOpportunityLineItem", !lines.isEmpty())
                .set("Pricebook2Id", lines.isEmpty() ? null : products.standardBook())
                .set("TotalOpportunityQuantity", lines.isEmpty() ? null : quantity(lines))
                .set("OwnerId", account.owner())
                .modified(calendar.during(changed.isBefore(start) ? start : changed, 900));
        String id = rows.add("Opportunity", row.values(), stamp);
        if (opportunities.size() < MOST_REMEMBERED) {
            opportunities.add(new Opportunity(id, account, start));
        }
        if (!lines.isEmpty()) {
            sell(id, account, lines, stamp);
            if (stage.won() && more.percent(size.percentDelivered())) {
                deliveries.deliver(account, closeDate, amount, lines);
            }
        }
    }

    private static double quantity(List<Line> lines) {
        return lines.stream().mapToInt(Line::quantity).sum();
    }

    private void sell(String opportunity, Account account, List<Line> lines, Stamp stamp) throws SQLException {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            rows.add(
                    "OpportunityLineItem",
                    new Row()
                            .set("OpportunityId", opportunity)
                            .set("PricebookEntryId", line.product().entry())
                            .set("Product2Id", line.product().id())
                            .set("ProductCode", line.product().code())
                            .set("Name", line.product().name())
                            .set("SortOrder", i + 1L)
                            .set("Quantity", (double) line.quantity())
                            .set("UnitPrice", line.unitPrice())
                            .set("ListPrice", line.product().price())
                            .set("TotalPrice", line.total())
                            .values(),
                    stamp);
        }
        Row role = new Row()
                .set("OpportunityId", opportunity)
                .set("ContactId", more.of(account.contacts()))
                .set("Role", more.early(ROLES))
                .set("IsPrimary", true);
        rows.add("OpportunityContactRole", role.values(), stamp);
    }
}
