package dev.orgbench.demo.sample;

import dev.orgbench.demo.Tsv;
import dev.orgbench.demo.data.RowImport;
import dev.orgbench.demo.data.SalesStage;
import dev.orgbench.demo.data.Stamp;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** 900 opportunities in all stages, and 300 leads. */
final class SampleSales {
    private static final int OPPORTUNITIES = 900;
    private static final int LOST_THIS_MONTH = 8;
    private static final int WON_THIS_MONTH = 14;
    private static final int LEADS = 300;
    private static final List<String> SOURCES =
            List.of("Web", "Partner Referral", "Phone Inquiry", "Purchased List", "Other");
    private static final List<String> LOSS_REASONS = List.of(
            "Lost to a cheaper offer.", "No budget this year.", "The project was put off.", "They stayed with their supplier.");

    /** What tasks are about. */
    record Opportunity(String id, SampleAccounts.Account account, boolean closed) {}

    private final RowImport rows;
    private final Calendar calendar;
    private final Chance chance;
    private final SampleAccounts accounts;
    private final List<Opportunity> opportunities = new ArrayList<>();
    private final Set<Double> amountsThisMonth = new HashSet<>();
    private final List<String> deals = Words.list("deals.txt");

    SampleSales(RowImport rows, Calendar calendar, Chance chance, SampleAccounts accounts) {
        this.rows = rows;
        this.calendar = calendar;
        this.chance = chance;
        this.accounts = accounts;
    }

    List<Opportunity> opportunities() {
        return opportunities;
    }

    void fillOpportunities() throws SQLException {
        SalesStage won = SalesStage.ALL.get(SalesStage.ALL.size() - 2);
        SalesStage lost = SalesStage.ALL.getLast();
        List<SalesStage> open = SalesStage.ALL.subList(0, SalesStage.ALL.size() - 2);
        for (int i = 0; i < OPPORTUNITIES; i++) {
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
        SampleAccounts.Account account = chance.early(accounts.all());
        LocalDate created = closeDate.minusDays(chance.between(20, 170));
        LocalDate start = created.isAfter(calendar.today()) ? calendar.daysAgo(chance.below(20)) : created;
        LocalDate changed = stage.closed() ? closeDate : calendar.daysAgo(chance.below(14));
        Stamp stamp = calendar.stamp(account.owner(), start, chance.below(800));
        Row row = new Row()
                .set("Name", account.name() + " - " + chance.of(deals))
                .set("AccountId", account.id())
                .set("StageName", stage.name())
                .set("CloseDate", closeDate)
                .set("Amount", amount)
                .set("Type", chance.percent(60) ? "New Customer" : "Existing Customer - Upgrade")
                .set("LeadSource", chance.early(SOURCES))
                .set("NextStep", stage.closed() ? null : chance.of(List.of("Send the offer", "Call the buyer", "Plan a visit")))
                .set("Description", stage.closed() && !stage.won() ? chance.of(LOSS_REASONS) : null)
                .set("OwnerId", account.owner())
                .modified(calendar.during(changed.isBefore(start) ? start : changed, 900));
        String id = rows.add("Opportunity", row.values(), stamp);
        opportunities.add(new Opportunity(id, account, stage.closed()));
    }

    void fillLeads() throws SQLException {
        List<String> states = List.of("Open - Not Contacted", "Working - Contacted", "Closed - Not Converted");
        List<String> words = Words.list("company-words.txt");
        List<Tsv.Row> kinds = Words.table("company-kinds.tsv");
        List<Tsv.Row> places = Words.table("places.tsv");
        List<String> titles = Words.list("titles.txt");
        for (int i = 0; i < LEADS; i++) {
            People.Person person = accounts.people().next();
            Tsv.Row kind = chance.of(kinds);
            Tsv.Row place = chance.of(places);
            String company = chance.of(words) + " & " + person.last() + " " + kind.text("kind");
            String owner = chance.of(accounts.owners());
            Row row = new Row()
                    .set("FirstName", person.first())
                    .set("LastName", person.last())
                    .set("Company", company)
                    .set("Title", chance.of(titles))
                    .set("Email", person.email(SampleAccounts.domain(company)))
                    .set("Phone", accounts.phone(place))
                    .set("Status", chance.early(states))
                    .set("Rating", chance.early(List.of("Warm", "Cold", "Hot")))
                    .set("Industry", kind.text("industry"))
                    .set("LeadSource", chance.early(SOURCES))
                    .set("NumberOfEmployees", chance.between(5, 900))
                    .set("OwnerId", owner);
            SampleAccounts.address(row, "", place, chance.between(1, 240));
            rows.add("Lead", row.values(), calendar.stamp(owner, calendar.daysAgo(chance.below(180)), chance.below(1000)));
        }
    }
}
