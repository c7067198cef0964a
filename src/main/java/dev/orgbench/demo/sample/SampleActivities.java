package dev.orgbench.demo.sample;

import dev.orgbench.demo.data.RowImport;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Tasks and meetings about deals, cases and companies: some done, some to come. */
final class SampleActivities {
    private final RowImport rows;
    private final Calendar calendar;
    private final Chance chance;
    private final Chance meetings = new Chance(6);
    private final List<Account> accounts;
    private final List<SampleSales.Opportunity> opportunities;
    private final List<About> cases;

    SampleActivities(
            RowImport rows,
            Calendar calendar,
            Chance chance,
            List<Account> accounts,
            List<SampleSales.Opportunity> opportunities,
            List<About> cases) {
        this.rows = rows;
        this.calendar = calendar;
        this.chance = chance;
        this.accounts = accounts;
        this.opportunities = opportunities;
        this.cases = cases;
    }

    void fillTasks(int count) throws SQLException {
        List<String> subjects = Words.list("task-subjects.txt");
        for (int i = 0; i < count; i++) {
            About about = about(chance);
            LocalDate due = about.notBefore(calendar.today().plusDays(chance.between(-120, 30)));
            boolean past = due.isBefore(calendar.today());
            boolean done = past && chance.percent(80);
            LocalDate made = due.minusDays(chance.between(1, 30));
            LocalDate created = about.notBefore(calendar.notAfterToday(made));
            Row row = new Row()
                    .set("Subject", chance.early(subjects))
                    .set("WhatId", about.what())
                    .set("WhoId", about.who())
                    .set("AccountId", about.account())
                    .set("ActivityDate", due)
                    .set("Status", done ? "Completed" : chance.early(List.of("Not Started", "In Progress", "Deferred")))
                    .set("Priority", chance.early(List.of("Normal", "High", "Low")))
                    .set("OwnerId", about.owner());
            if (done) {
                row.set("CompletedDateTime", calendar.during(due, 800)).modified(calendar.during(due, 800));
            }
            // What is due on the day on which it is noted is done in the afternoon.
            int part = chance.below(created.equals(due) ? 500 : 1000);
            rows.add("Task", row.values(), calendar.stamp(about.owner(), created, part));
        }
    }

    void fillEvents(int count) throws SQLException {
        List<String> subjects = Words.list("meeting-subjects.txt");
        for (int i = 0; i < count; i++) {
            About about = about(meetings);
            LocalDate day = calendar.today().plusDays(meetings.between(-120, 45));
            Instant start = calendar.at(day, 8 + meetings.below(9), 30 * meetings.below(2));
            int minutes = 30 * meetings.between(1, 4);
            Instant end = start.plusSeconds(minutes * 60L);
            LocalDate created = about.notBefore(calendar.notAfterToday(day.minusDays(meetings.between(2, 25))));
            Row row = new Row()
                    .set("Subject", meetings.of(subjects))
                    .set("WhatId", about.what())
                    .set("WhoId", about.who())
                    .set("AccountId", about.account())
                    .set("StartDateTime", start)
                    .set("ActivityDateTime", start)
                    .set("EndDateTime", end)
                    .set("ActivityDate", day)
                    .set("EndDate", day)
                    .set("DurationInMinutes", minutes)
                    .set("Location", meetings.of(List.of("Online", "At the customer", "Our office")))
                    .set("ShowAs", "Busy")
                    .set("EventSubtype", "Event")
                    .set("OwnerId", about.owner());
            rows.add("Event", row.values(), calendar.stamp(about.owner(), created, meetings.below(1000)));
        }
    }

    private About about(Chance chance) {
        int kind = chance.below(100);
        if (kind < 60) {
            SampleSales.Opportunity opportunity = chance.of(opportunities);
            Account account = opportunity.account();
            return new About(
                    opportunity.id(),
                    chance.of(account.contacts()),
                    account.id(),
                    account.owner(),
                    opportunity.began());
        }
        if (kind < 80) {
            return chance.of(cases);
        }
        Account account = chance.of(accounts);
        return new About(account.id(), chance.of(account.contacts()), account.id(), account.owner(), account.created());
    }
}
