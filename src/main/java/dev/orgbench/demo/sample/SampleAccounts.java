package dev.orgbench.demo.sample;

import dev.orgbench.demo.Tsv;
import dev.orgbench.demo.data.RowImport;
import dev.orgbench.demo.data.Stamp;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** 200 companies with 600 people. */
final class SampleAccounts {
    private static final int ACCOUNTS = 200;
    private static final int CONTACTS = 600;
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z]");
    private static final List<String> TYPES = List.of(
            "Customer - Direct", "Prospect", "Customer - Channel", "Channel Partner / Reseller", "Technology Partner");
    private static final List<String> SOURCES = List.of("Web", "Partner Referral", "Phone Inquiry", "Purchased List", "Other");

    /** A company and the people that the org knows there. */
    record Account(String id, String name, String owner, Tsv.Row place, List<String> contacts) {}

    private final RowImport rows;
    private final Calendar calendar;
    private final Chance chance;
    private final People people;
    private final List<String> owners;
    private final List<Account> accounts = new ArrayList<>();
    private final List<String> titles = Words.list("titles.txt");

    /**
     * @param users all users, the administrator first; the next five sell
     */
    SampleAccounts(RowImport rows, Calendar calendar, Chance chance, List<String> users) {
        this.rows = rows;
        this.calendar = calendar;
        this.chance = chance;
        this.people = new People(chance);
        this.owners = users.subList(1, 6);
    }

    List<Account> all() {
        return accounts;
    }

    List<String> owners() {
        return owners;
    }

    People people() {
        return people;
    }

    void fill() throws SQLException {
        List<String> words = Words.list("company-words.txt");
        List<Tsv.Row> kinds = Words.table("company-kinds.tsv");
        List<Tsv.Row> places = Words.table("places.tsv");
        Set<String> names = new HashSet<>();
        while (accounts.size() < ACCOUNTS) {
            Tsv.Row kind = chance.of(kinds);
            String word = chance.of(words);
            if (names.add(word + " " + kind.text("kind"))) {
                account(word, kind, chance.of(places));
            }
        }
        for (int i = 0; i < CONTACTS; i++) {
            // Everybody has one person at least; the rest go where they fall.
            contact(i < ACCOUNTS ? accounts.get(i) : chance.early(accounts));
        }
    }

    private void account(String word, Tsv.Row kind, Tsv.Row place) throws SQLException {
        String name = word + " " + kind.text("kind");
        String owner = chance.of(owners);
        int employees = chance.between(2, 90) * chance.between(1, 60);
        Stamp created = calendar.stamp(owner, calendar.daysAgo(chance.between(30, 880)), chance.below(1000));
        Row row = new Row()
                .set("Name", name)
                .set("Type", chance.early(TYPES))
                .set("Industry", kind.text("industry"))
                .set("AnnualRevenue", employees * (double) chance.between(90, 260) * 1000)
                .set("NumberOfEmployees", employees)
                .set("Rating", chance.early(List.of("Warm", "Hot", "Cold")))
                .set("Ownership", chance.early(List.of("Private", "Public", "Subsidiary")))
                .set("AccountSource", chance.early(SOURCES))
                .set("AccountNumber", "AC-" + (10_000 + accounts.size() * 37))
                .set("Phone", phone(place))
                .set("Website", "https://www." + domain(name))
                .set("Description", name + " buys measuring equipment for its sites around " + place.text("city") + ".")
                .set("OwnerId", owner);
        address(row, "Billing", place, chance.between(1, 240));
        if (chance.percent(60)) {
            address(row, "Shipping", place, chance.between(1, 240));
        }
        accounts.add(new Account(rows.add("Account", row.values(), created), name, owner, place, new ArrayList<>()));
    }

    private void contact(Account account) throws SQLException {
        People.Person person = people.next();
        LocalDate day = calendar.daysAgo(chance.between(5, 860));
        Stamp created = calendar.stamp(account.owner(), day, chance.below(1000));
        Row row = new Row()
                .set("FirstName", person.first())
                .set("LastName", person.last())
                .set("AccountId", account.id())
                .set("Email", person.email(domain(account.name())))
                .set("Phone", phone(account.place()))
                .set("MobilePhone", chance.percent(50) ? phone(account.place()) : null)
                .set("Title", chance.of(titles))
                .set("Department", chance.of(List.of("Operations", "Finance", "IT", "Procurement", "Engineering")))
                .set("LeadSource", chance.early(SOURCES))
                .set("ReportsToId", chance.percent(30) && !account.contacts().isEmpty() ? account.contacts().getFirst() : null)
                .set("OwnerId", account.owner());
        address(row, "Mailing", account.place(), chance.between(1, 240));
        account.contacts().add(rows.add("Contact", row.values(), created));
    }

    String phone(Tsv.Row place) {
        return place.text("phone") + " 555 " + (1000 + chance.below(9000));
    }

    static void address(Row row, String prefix, Tsv.Row place, int number) {
        row.set(prefix + "Street", number + " " + place.text("street"))
                .set(prefix + "City", place.text("city"))
                .set(prefix + "State", place.text("state"))
                .set(prefix + "PostalCode", place.text("postalCode"))
                .set(prefix + "Country", place.text("country"));
    }

    /** {@code .example} belongs to nobody, so no mail ever arrives anywhere. */
    static String domain(String company) {
        return NO_LETTER.matcher(company.toLowerCase(Locale.ROOT)).replaceAll("") + ".example";
    }
}
