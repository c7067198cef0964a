package dev.orgbench.demo.sample;

import dev.orgbench.demo.bundled.Tsv;
import dev.orgbench.demo.data.RowImport;
import dev.orgbench.demo.sample.SampleSales.Opportunity;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Leads of the last half year: new ones, lost ones, and some that became contacts with a deal. */
final class SampleLeads {
    private static final int DAYS = 180;
    private static final int PERCENT_CONVERTED = 22;
    private static final int MOST_KNOWN = 5_000;
    private static final List<String> STATES =
            List.of("Open - Not Contacted", "Working - Contacted", "Closed - Not Converted");
    private static final List<String> RATINGS = List.of("Warm", "Cold", "Hot");

    private final RowImport rows;
    private final Calendar calendar;
    private final Chance chance;
    private final SampleAccounts accounts;
    /** For what came later: it leaves the older choices as they were. */
    private final Chance more = new Chance(5);

    private final List<KnownPerson> known = new ArrayList<>();
    private final List<String> words = Words.list("company-words.txt");
    private final List<Tsv.Row> kinds = Words.table("company-kinds.tsv");
    private final List<Tsv.Row> places = Words.table("places.tsv");
    private final List<String> titles = Words.list("titles.txt");

    SampleLeads(RowImport rows, Calendar calendar, Chance chance, SampleAccounts accounts) {
        this.rows = rows;
        this.calendar = calendar;
        this.chance = chance;
        this.accounts = accounts;
    }

    /** Some of them. */
    List<KnownPerson> known() {
        return known;
    }

    /**
     * @param opportunities those of the half year may have begun as leads
     */
    void fill(int count, List<Opportunity> opportunities) throws SQLException {
        List<Conversion> conversions = conversions(opportunities);
        for (int i = 0; i < count; i++) {
            People.Person person = accounts.people().next();
            Row row = lead(person);
            LocalDate day = calendar.daysAgo(chance.below(DAYS));
            int time = chance.below(1000);
            if (more.percent(PERCENT_CONVERTED) && !conversions.isEmpty()) {
                // None begins as two leads.
                Conversion conversion = conversions.remove(more.below(conversions.size()));
                convert(row, conversion.deal(), conversion.buyer());
                person = conversion.buyer().person();
                day = conversion.deal().began().minusDays(more.between(2, 40));
            }
            Map<String, @Nullable Object> values = row.values();
            String id = rows.add("Lead", values, calendar.stamp(String.valueOf(values.get("OwnerId")), day, time));
            if (known.size() < MOST_KNOWN) {
                known.add(new KnownPerson(
                        id, person, String.valueOf(values.get("Email")), String.valueOf(values.get("Company"))));
            }
        }
    }

    /** What a lead may have become. */
    private record Conversion(Opportunity deal, KnownPerson buyer) {}

    /** The deals of the time with somebody who is known. */
    private List<Conversion> conversions(List<Opportunity> opportunities) {
        Map<String, KnownPerson> contacts =
                accounts.known().stream().collect(Collectors.toMap(KnownPerson::id, Function.identity()));
        List<Conversion> conversions = new ArrayList<>();
        for (Opportunity deal : opportunities) {
            KnownPerson buyer = contacts.get(deal.account().contacts().getFirst());
            if (buyer != null && deal.began().isAfter(calendar.daysAgo(DAYS))) {
                conversions.add(new Conversion(deal, buyer));
            }
        }
        return conversions;
    }

    private Row lead(People.Person person) {
        Tsv.Row kind = chance.of(kinds);
        Tsv.Row place = chance.of(places);
        String company = chance.of(words) + " & " + person.last() + " " + kind.text("kind");
        Row row = new Row()
                .set("OwnerId", chance.of(accounts.owners()))
                .set("FirstName", person.first())
                .set("LastName", person.last())
                .set("Company", company)
                .set("Title", chance.of(titles))
                .set("Email", person.email(SampleAccounts.domain(company)))
                .set("Phone", accounts.phone(place))
                .set("Status", chance.early(STATES))
                .set("Rating", chance.early(RATINGS))
                .set("Industry", kind.text("industry"))
                .set("LeadSource", chance.early(SampleSales.SOURCES))
                .set("NumberOfEmployees", chance.between(5, 900));
        SampleAccounts.address(row, "", place, chance.between(1, 240));
        return row;
    }

    /** Has the lead be whom a deal was begun with. */
    private void convert(Row row, Opportunity deal, KnownPerson contact) {
        Account account = deal.account();
        row.set("FirstName", contact.person().first())
                .set("LastName", contact.person().last())
                .set("Company", account.name())
                .set("Email", contact.email())
                .set("Industry", account.industry())
                .set("Status", "Closed - Converted")
                .set("IsConverted", true)
                .set("ConvertedDate", deal.began())
                .set("ConvertedAccountId", account.id())
                .set("ConvertedContactId", contact.id())
                .set("ConvertedOpportunityId", deal.id())
                .set("OwnerId", account.owner())
                .modified(calendar.during(deal.began(), 950));
        SampleAccounts.address(row, "", account.place(), more.between(1, 240));
    }
}
