package dev.orgbench.demo.sample;

import dev.orgbench.demo.data.RowImport;
import dev.orgbench.demo.data.Stamp;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cases, and what was said about them. */
final class SampleService {
    private static final int MOST_REMEMBERED = 50_000;
    private static final int MOST_COMMENTS = 3;

    private static final List<String> AREAS = List.of("Sensors", "Data Loggers", "Software", "Calibration");
    /** The components that go with an area, as the dependent picklist has them. */
    private static final Map<String, List<String>> COMPONENTS = Map.of(
            "Sensors", List.of("Probe", "Cable", "Housing"),
            "Data Loggers", List.of("Housing", "Battery", "Display", "Firmware"),
            "Software", List.of("Firmware", "Dashboard", "API"),
            "Calibration", List.of("Probe", "Certificate"));

    private final RowImport rows;
    private final Calendar calendar;
    private final Chance chance;
    private final SampleAccounts accounts;
    private final List<String> agents;
    private final Map<String, String> recordTypes;
    private final Chance more = new Chance(5);
    private final List<About> cases = new ArrayList<>();
    private final List<String> comments = Words.list("case-comments.txt");

    /**
     * @param users all users; the last two answer cases
     * @param recordTypes the ids of the case's record types by their names
     */
    SampleService(
            RowImport rows,
            Calendar calendar,
            Chance chance,
            SampleAccounts accounts,
            List<String> users,
            Map<String, String> recordTypes) {
        this.rows = rows;
        this.calendar = calendar;
        this.chance = chance;
        this.accounts = accounts;
        this.agents = users.subList(users.size() - 2, users.size());
        this.recordTypes = recordTypes;
    }

    /** Some of the cases. */
    List<About> cases() {
        return cases;
    }

    void fillCases(int count) throws SQLException {
        List<String> subjects = Words.list("case-subjects.txt");
        for (int i = 0; i < count; i++) {
            Account account = chance.early(accounts.all());
            String contact = chance.of(account.contacts());
            String agent = chance.of(agents);
            LocalDate opened = calendar.daysAgo(chance.below(200));
            account.seen(opened);
            boolean closed = chance.percent(58);
            Stamp stamp = calendar.stamp(agent, opened, chance.below(700));
            String subject = chance.of(subjects);
            String area = more.of(AREAS);
            Row row = new Row()
                    .set("Subject", subject)
                    .set("Description", subject + ". Reported by " + account.name() + ".")
                    .set("AccountId", account.id())
                    .set("ContactId", contact)
                    .set("Status", closed ? "Closed" : chance.early(List.of("New", "Working", "Escalated")))
                    .set("Priority", chance.early(List.of("Medium", "Low", "High")))
                    .set("Origin", chance.early(List.of("Email", "Web", "Phone")))
                    .set("Type", chance.of(List.of("Mechanical", "Electrical", "Electronic", "Structural", "Other")))
                    .set("Product_Area__c", area)
                    .set("Component__c", more.of(COMPONENTS.getOrDefault(area, List.of())))
                    .set("OwnerId", agent);
            String reason = chance.of(List.of("Installation", "Performance", "Breakdown", "Feedback", "Other"));
            row.set("Reason", reason)
                    .set("RecordTypeId", recordTypes.get(reason.equals("Feedback") ? "Feature_Request" : "Support"));
            LocalDate last = calendar.today();
            if (closed) {
                LocalDate day = opened.plusDays(chance.below(12));
                LocalDate done = day.isAfter(calendar.today()) ? calendar.today() : day;
                last = done;
                row.set("ClosedDate", calendar.during(done, 950)).modified(calendar.during(done, 950));
            }
            String id = rows.add("Case", row.values(), stamp);
            comments(id, agent, opened, last);
            if (cases.size() < MOST_REMEMBERED) {
                cases.add(new About(id, contact, account.id(), agent, opened));
            }
        }
    }

    /** Comments on days from the opening to the closing, in their order. */
    private void comments(String parent, String agent, LocalDate opened, LocalDate last) throws SQLException {
        int count = more.below(MOST_COMMENTS + 1);
        for (int i = 1; i <= count; i++) {
            LocalDate day = opened.plusDays(ChronoUnit.DAYS.between(opened, last) * i / (count + 1));
            Row row = new Row()
                    .set("ParentId", parent)
                    .set("CommentBody", more.of(comments))
                    .set("IsPublished", more.percent(60));
            rows.add("CaseComment", row.values(), calendar.stamp(agent, day, 700 + i * 50));
        }
    }
}
