package dev.orgbench.bench;

import dev.orgbench.demo.data.ObjectTables;
import dev.orgbench.demo.data.RecordId;
import dev.orgbench.demo.query.QueryEngine;
import dev.orgbench.demo.query.QueryPage;
import dev.orgbench.demo.query.QueryRequest;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.schema.StandardObjects;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The measuring itself, in a Java of its own. Each pair is measured by turns, and its medians are compared. */
final class QueryBenchRun {
    private static final int DEALS_OF_AN_ACCOUNT = 50;
    private static final int BATCH = 2_000;
    private static final String BASE = "/services/data/v67.0";

    private final Connection db;
    private final QueryEngine engine;

    private QueryBenchRun(Connection db, Schema schema) {
        this.db = db;
        this.engine = new QueryEngine(() -> schema, Clock.systemUTC(), ZoneOffset.UTC);
    }

    /** What is measured; its answer is the number of rows, so that both sides are seen to do the same. */
    private interface Work {
        int run() throws Exception;
    }

    /**
     * Measures and prints.
     *
     * @param arguments how many opportunities
     */
    public static void main(String[] arguments) throws Exception {
        Path file = Files.createTempFile("bench", ".db");
        Schema schema = new Schema(StandardObjects.load(), StandardObjects.relationships());
        try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            int rows = Integer.parseInt(arguments[0]);
            fill(db, schema, rows);
            new QueryBenchRun(db, schema).measure();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void measure() throws Exception {
        String account = RecordId.of("001", 77);
        compare(
                "by an index, 50 rows",
                8_001,
                () -> soql("SELECT Id, Name, StageName, Amount FROM Opportunity WHERE AccountId = '" + account + "'"),
                () -> sql(
                        "SELECT o.Id, o.Name, o.StageName, o.Amount FROM Opportunity o WHERE coalesce(o.IsDeleted, 0) = 0 AND"
                                + " o.AccountId = '" + account + "' ORDER BY o.Id"));
        compare(
                "by an index, 1,111 rows of a million",
                61,
                () -> soql("SELECT Id, Name, StageName, Amount FROM Opportunity WHERE Name LIKE 'Opportunity 123%'"),
                () -> sql(
                        "SELECT o.Id, o.Name, o.StageName, o.Amount FROM Opportunity o WHERE coalesce(o.IsDeleted, 0) = 0 AND"
                                + " o.Name LIKE 'Opportunity 123%' ORDER BY o.Id"));
        compare(
                "aggregate of all rows",
                7,
                () -> soql("SELECT StageName, COUNT(Id), SUM(Amount) FROM Opportunity GROUP BY StageName"),
                () -> sql("SELECT StageName, count(Id), sum(Amount) FROM Opportunity WHERE coalesce(IsDeleted, 0) = 0"
                        + " GROUP BY StageName COLLATE NOCASE ORDER BY StageName COLLATE NOCASE"));
        compare(
                "parent path, 2,000 rows",
                61,
                () -> soql(
                        "SELECT Id, Name, Account.Name FROM Opportunity WHERE Account.Industry = 'Banking' LIMIT 2000"),
                () -> sql(
                        "SELECT o.Id, o.Name, a.Id, a.Name FROM Opportunity o LEFT JOIN Account a ON a.Id = o.AccountId WHERE"
                                + " coalesce(o.IsDeleted, 0) = 0 AND a.Industry COLLATE NOCASE = 'Banking' ORDER BY o.Id LIMIT 2000"));
        String all = "SELECT Id, Name, StageName, Amount, CloseDate FROM Opportunity";
        String same = "SELECT Id, Name, StageName, Amount, CloseDate FROM Opportunity WHERE coalesce(IsDeleted, 0) = 0";
        compare(
                "first page of all rows (beside reading all)",
                5,
                () -> first(all).totalSize(),
                () -> sql(same + " ORDER BY Id"));
        QueryPage page = first(all);
        List<String> locators = locators(page);
        for (int place : new int[] {0, locators.size() / 2, locators.size() - 1}) {
            String from = RecordId.of("006", (place + 1L) * BATCH);
            compare(
                    "page " + (place + 2) + " of all rows",
                    101,
                    () -> engine.more(db, locators.get(place), BASE).records().size(),
                    () -> sql(same + " AND Id >= '" + from + "' ORDER BY Id LIMIT " + BATCH));
        }
        compare("all pages (beside reading all)", 3, () -> walk(all), () -> sql(same + " ORDER BY Id"));
        pagesById("filtered", all + " WHERE StageName != 'Closed Won'");
        pagesById("sorted", all + " ORDER BY CloseDate DESC, Amount");
        memory(all);
    }

    /** Pages whose rows do not lie together, beside SQLite looking up the same ids. */
    private void pagesById(String what, String soql) throws Exception {
        List<String> locators = locators(first(soql));
        for (int place : new int[] {0, locators.size() / 2, locators.size() - 1}) {
            String ids = String.join(
                    "', '", engine.more(db, locators.get(place), BASE).records().findValuesAsText("Id"));
            compare(
                    what + " rows, page " + (place + 2),
                    61,
                    () -> engine.more(db, locators.get(place), BASE).records().size(),
                    () -> sql("SELECT Id, Name, StageName, Amount, CloseDate FROM Opportunity WHERE Id IN ('" + ids
                            + "')"));
        }
    }

    private void memory(String soql) throws Exception {
        System.gc();
        long before = used();
        QueryPage page = first(soql);
        List<String> locators = locators(page);
        System.gc();
        System.out.printf("%-60s %,8d kB%n", "heap kept by a page and a cursor of all rows", (used() - before) / 1_000);
        long most = 0;
        for (int i = 0; i < locators.size(); i += 50) {
            engine.more(db, locators.get(i), BASE);
            System.gc();
            most = Math.max(most, used() - before);
        }
        System.out.printf("%-60s %,8d kB%n", "the most while paging through it", most / 1_000);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private QueryPage first(String soql) throws Exception {
        return engine.query(db, new QueryRequest(soql, BASE));
    }

    private int soql(String soql) throws Exception {
        return first(soql).records().size();
    }

    private int walk(String soql) throws Exception {
        QueryPage page = first(soql);
        int rows = page.records().size();
        while (!page.done()) {
            page = engine.more(db, locator(page), BASE);
            rows += page.records().size();
        }
        return rows;
    }

    private static String locator(QueryPage page) {
        String url = String.valueOf(page.nextRecordsUrl());
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** Of all pages behind the first. */
    private static List<String> locators(QueryPage page) {
        String locator = locator(page);
        String cursor = locator.substring(0, locator.indexOf('-') + 1);
        return IntStream.range(1, page.totalSize() / BATCH)
                .mapToObj(i -> cursor + i * BATCH)
                .toList();
    }

    /** Reads all the rows into values. */
    private int sql(String sql) throws SQLException {
        int rows = 0;
        try (PreparedStatement statement = db.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            int columns = row.getMetaData().getColumnCount();
            Object[] values = new Object[columns];
            while (row.next()) {
                for (int i = 0; i < columns; i++) {
                    values[i] = row.getObject(i + 1);
                }
                rows++;
            }
        }
        return rows;
    }

    private static void compare(String what, int runs, Work engine, Work sqlite) throws Exception {
        System.gc();
        List<Long> ours = new ArrayList<>();
        List<Long> theirs = new ArrayList<>();
        for (int run = 0; run < runs + runs / 4 + 1; run++) {
            if (engine.run() != sqlite.run()) {
                throw new IllegalStateException(what + " answers otherwise than SQLite");
            }
            ours.add(time(engine));
            theirs.add(time(sqlite));
        }
        // The first quarter warms up.
        long our = Median.of(ours.subList(runs / 4, ours.size()));
        long their = Median.of(theirs.subList(runs / 4, theirs.size()));
        System.out.printf(
                Locale.ROOT,
                "%-52s %5.2f times SQLite's: %,d us beside %,d us%n",
                what,
                (double) our / their,
                our,
                their);
    }

    private static long time(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start);
    }

    private static void fill(Connection db, Schema schema, int rows) throws SQLException {
        for (SObject object : schema.objects()) {
            ObjectTables.create(db, object);
        }
        try (Statement statement = db.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = OFF");
        }
        String[] industries = {"Banking", "Energy", "Retail", "Media", "Insurance"};
        String[] stages = {"Prospecting", "Qualification", "Proposal/Price Quote", "Closed Won", "Closed Lost"};
        db.setAutoCommit(false);
        try (PreparedStatement account =
                        db.prepareStatement("INSERT INTO Account (Id, Name, Industry) VALUES (?, ?, ?)");
                PreparedStatement deal =
                        db.prepareStatement("INSERT INTO Opportunity (Id, Name, AccountId, StageName, Amount,"
                                + " CloseDate, CreatedDate) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < rows / DEALS_OF_AN_ACCOUNT; i++) {
                insert(account, RecordId.of("001", i), "Account " + i, industries[i % industries.length]);
            }
            for (int i = 0; i < rows; i++) {
                insert(
                        deal,
                        RecordId.of("006", i),
                        "Opportunity " + i,
                        RecordId.of("001", i % (rows / DEALS_OF_AN_ACCOUNT)),
                        stages[i * 7 % stages.length],
                        (i * 37 % 100_000) + 0.5,
                        "2026-%02d-15".formatted(i % 12 + 1),
                        "2026-01-01T00:00:00.000Z");
            }
        }
        db.commit();
        db.setAutoCommit(true);
    }

    private static void insert(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
    }
}
