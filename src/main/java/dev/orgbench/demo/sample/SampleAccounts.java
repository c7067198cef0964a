package dev.orgbench.demo.sample;

import dev.orgbench.demo.bundled.Tsv;
import dev.orgbench.demo.data.RowImport;
import dev.orgbench.demo.data.Stamp;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Companies, and the people that the org knows there. */
final class SampleAccounts {
    /** Those that campaigns choose from. */
    private static final int MOST_KNOWN = 5_000;

    private static final Pattern NO_LETTER = Pattern.compile("[^a-z]");
    private static final List<String> TYPES = List.of(
            "Customer - Direct", "Prospect", "Customer - Channel", "Channel Partner / Reseller", "Technology Partner");
    private static final List<String> SOURCES =
            List.of("Web", "Partner Referral", "Phone Inquiry", "Purchased List", "Other");

    private final RowImport rows;
    private final Calendar calendar;
    private final Chance chance;
    private final Chance families = new Chance(1);
    private final SampleSize size;
    private final People people;
    private final CompanyNames companies;
    private final List<String> owners;
    private final List<Account> accounts = new ArrayList<>();
    private final List<KnownPerson> known = new ArrayList<>();
    private final List<String> titles = Words.list("titles.txt");

    /**
     * @param users all users, the administrator first; the next five sell
     */
    SampleAccounts(RowImport rows, Calendar calendar, Chance chance, SampleSize size, List<String> users) {
        this.rows = rows;
        this.calendar = calendar;
        this.chance = chance;
        this.size = size;
        this.people = new People(chance);
        this.companies = new CompanyNames(chance);
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

    /** Some of the contacts. */
    List<KnownPerson> known() {
        return known;
    }

    void fill() throws SQLException {
        List<Tsv.Row> places = Words.table("places.tsv");
        while (accounts.size() < size.accounts()) {
            account(companies.next(), chance.of(places));
        }
        for (int i = 0; i < size.contacts(); i++) {
            // Everybody has one person at least; the rest go where they fall.
            contact(i < accounts.size() ? accounts.get(i) : chance.early(accounts));
        }
    }

    /** A company that the org has dealt with for longer than it was known was known all that time. */
    void settle() throws SQLException {
        for (Account account : accounts) {
            Optional<LocalDate> day = account.firstSeen();
            if (day.isPresent()) {
                Row row = new Row().set("CreatedDate", calendar.during(day.get(), 0));
                rows.change("Account", account.id(), row.values());
            }
        }
    }

    private void account(CompanyNames.Company company, Tsv.Row place) throws SQLException {
        String name = company.name();
        String owner = chance.of(owners);
        int employees = chance.between(2, 90) * chance.between(1, 60);
        LocalDate day = calendar.daysAgo(chance.between(30, 880));
        Stamp created = calendar.stamp(owner, day, chance.below(1000));
        Row row = new Row()
                .set("Name", name)
                .set("Type", chance.early(TYPES))
                .set("Industry", company.industry())
                .set("AnnualRevenue", employees * (double) chance.between(90, 260) * 1000)
                .set("NumberOfEmployees", employees)
                .set("Rating", chance.early(List.of("Warm", "Hot", "Cold")))
                .set("Ownership", chance.early(List.of("Private", "Public", "Subsidiary")))
                .set("AccountSource", chance.early(SOURCES))
                .set("AccountNumber", "AC-" + (10_000 + accounts.size() * 37))
                .set("Phone", phone(place))
                .set("Website", "https://www." + domain(name))
                .set("Description", name + " buys measuring equipment for its sites around " + place.text("city") + ".")
                .set(
                        "ParentId",
                        families.percent(6) && !accounts.isEmpty()
                                ? families.of(accounts).id()
                                : null)
                .set("OwnerId", owner);
        address(row, "Billing", place, chance.between(1, 240));
        if (chance.percent(60)) {
            address(row, "Shipping", place, chance.between(1, 240));
        }
        accounts.add(new Account(rows.add("Account", row.values(), created), company, owner, place, day));
    }

    private void contact(Account account) throws SQLException {
        People.Person person = people.next();
        LocalDate chosen = calendar.daysAgo(chance.between(5, 860));
        LocalDate day =
                chosen.isAfter(account.created()) ? chosen : account.created().plusDays(1);
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
                .set(
                        "ReportsToId",
                        chance.percent(30) && !account.contacts().isEmpty()
                                ? account.contacts().getFirst()
                                : null)
                .set("OwnerId", account.owner());
        address(row, "Mailing", account.place(), chance.between(1, 240));
        String id = rows.add("Contact", row.values(), created);
        account.contacts().add(id);
        if (known.size() < MOST_KNOWN) {
            known.add(new KnownPerson(id, person, person.email(domain(account.name())), account.name()));
        }
    }

    String phone(Tsv.Row place) {
        return place.text("phone") + " 555 " + (1000 + chance.below(9000));
    }

    static void address(Row row, String prefix, Tsv.Row place, int number) {
        row.set(prefix + "Street", number + " " + place.text("street"))
                .set(prefix + "City", place.text("city"))
                .set(prefix + "State", place.text("state"))
                .set(prefix + "PostalCode", place.text("postalCode"))
                .set(prefix + "Country", place.text("country"))
                .set(prefix + "Latitude", Double.parseDouble(place.text("latitude")))
                .set(prefix + "Longitude", Double.parseDouble(place.text("longitude")))
                .set(prefix + "GeocodeAccuracy", "Street");
    }

    /** {@code .example} belongs to nobody, so no mail ever arrives anywhere. */
    static String domain(String company) {
        return NO_LETTER.matcher(company.toLowerCase(Locale.ROOT)).replaceAll("") + ".example";
    }
}
