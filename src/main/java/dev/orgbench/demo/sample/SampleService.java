package dev.orgbench.demo.sample;

import dev.orgbench.demo.data.RowImport;
import dev.orgbench.demo.data.Stamp;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 300 cases, and 500 tasks about deals, cases and accounts. */
final class SampleService {
    private static final int CASES = 300;
    private static final int TASKS = 500;

    private final RowImport rows;
    private final Calendar calendar;
    private final Chance chance;
    private final SampleAccounts accounts;
    private final List<String> agents;
    private final List<About> cases = new ArrayList<>();

    /** What a task is about, and with whom. */
    private record About(@Nullable String what, @Nullable String who, String owner) {}

    /**
     * @param users all users; the last two answer cases
     */
    SampleService(RowImport rows, Calendar calendar, Chance chance, SampleAccounts accounts, List<String> users) {
        this.rows = rows;
        this.calendar = calendar;
        this.chance = chance;
        this.accounts = accounts;
        this.agents = users.subList(users.size() - 2, users.size());
    }

    void fillCases() throws SQLException {
        List<String> subjects = Words.list("case-subjects.txt");
        for (int i = 0; i < CASES; i++) {
            SampleAccounts.Account account = chance.early(accounts.all());
            String contact = chance.of(account.contacts());
            String agent = chance.of(agents);
            LocalDate opened = calendar.daysAgo(chance.below(200));
            boolean closed = chance.percent(58);
            Stamp stamp = calendar.stamp(agent, opened, chance.below(700));
            String subject = chance.of(subjects);
            Row row = new Row()
                    .set("Subject", subject)
                    .set("Description", subject + ". Reported by " + account.name() + ".")
                    .set("AccountId", account.id())
                    .set("ContactId", contact)
                    .set("Status", closed ? "Closed" : chance.early(List.of("New", "Working", "Escalated")))
                    .set("Priority", chance.early(List.of("Medium", "Low", "High")))
                    .set("Origin", chance.early(List.of("Email", "Web", "Phone")))
                    .set("Type", chance.of(List.of("Mechanical", "Electrical", "Electronic", "Structural", "Other")))
                    .set("Reason", chance.of(List.of("Installation", "Performance", "Breakdown", "Feedback", "Other")))
                    .set("OwnerId", agent);
            if (closed) {
                LocalDate day = opened.plusDays(chance.below(12));
                LocalDate done = day.isAfter(calendar.today()) ? calendar.today() : day;
                row.set("ClosedDate", calendar.during(done, 950)).modified(calendar.during(done, 950));
            }
            cases.add(new About(rows.add("Case", row.values(), stamp), contact, agent));
        }
    }

    void fillTasks(List<SampleSales.Opportunity> opportunities) throws SQLException {
        List<String> subjects = Words.list("task-subjects.txt");
        for (int i = 0; i < TASKS; i++) {
            About about = about(opportunities);
            LocalDate due = calendar.today().plusDays(chance.between(-120, 30));
            boolean past = due.isBefore(calendar.today());
            boolean done = past && chance.percent(80);
            LocalDate made = due.minusDays(chance.between(1, 30));
            LocalDate created = made.isAfter(calendar.today()) ? calendar.today() : made;
            Row row = new Row()
                    .set("Subject", chance.early(subjects))
                    .set("WhatId", about.what())
                    .set("WhoId", about.who())
                    .set("ActivityDate", due)
                    .set("Status", done ? "Completed" : chance.early(List.of("Not Started", "In Progress", "Deferred")))
                    .set("Priority", chance.early(List.of("Normal", "High", "Low")))
                    .set("OwnerId", about.owner());
            if (done) {
                row.set("CompletedDateTime", calendar.during(due, 800)).modified(calendar.during(due, 800));
            }
            rows.add("Task", row.values(), calendar.stamp(about.owner(), created, chance.below(1000)));
        }
    }

    private About about(List<SampleSales.Opportunity> opportunities) {
        int kind = chance.below(100);
        if (kind < 60) {
            SampleSales.Opportunity opportunity = chance.of(opportunities);
            SampleAccounts.Account account = opportunity.account();
            return new About(opportunity.id(), chance.of(account.contacts()), account.owner());
        }
        if (kind < 80) {
            return chance.of(cases);
        }
        SampleAccounts.Account account = chance.of(accounts.all());
        return new About(account.id(), chance.of(account.contacts()), account.owner());
    }
}
