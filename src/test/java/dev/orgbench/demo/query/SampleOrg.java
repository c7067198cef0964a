package dev.orgbench.demo.query;

import dev.orgbench.demo.data.ObjectTables;
import dev.orgbench.demo.data.RecordId;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicReference;

/** A small org in a SQLite file: its Sunday morning is 2026-11-22, 10:00 UTC. */
final class SampleOrg implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final String BASE = "/services/data/v67.0";

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final InstantSource clock = now::get;
    private final Schema schema;
    private final Connection db;
    private final QueryEngine engine;

    SampleOrg(Path folder) throws SQLException, IOException {
        this(folder, ZoneOffset.UTC);
    }

    SampleOrg(Path folder, ZoneId zone) throws SQLException, IOException {
        schema = SampleObjects.schema();
        db = DriverManager.getConnection("jdbc:sqlite:" + Files.createTempFile(folder, "org", ".db"));
        execute("PRAGMA synchronous = OFF");
        for (SObject object : schema.objects()) {
            ObjectTables.create(db, object);
        }
        engine = new QueryEngine(() -> schema, clock.withZone(ZoneOffset.UTC), zone);
        users();
        accounts();
        contacts();
        opportunities();
        tasks();
    }

    Connection db() {
        return db;
    }

    /** Moves the clock on. */
    void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    QueryEngine engine() {
        return engine;
    }

    QueryPage query(String soql) throws ApiError, SQLException {
        return engine.query(db, new QueryRequest(soql, BASE));
    }

    void insert(String object, String fields, Object... values) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(values.length, "?"));
        try (PreparedStatement insert =
                db.prepareStatement("INSERT INTO \"" + object + "\" (" + fields + ") VALUES (" + marks + ")")) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, "".equals(values[i]) ? null : values[i]);
            }
            insert.executeUpdate();
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = db.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The id of the {@code number}th record of an object, in 18 characters. */
    static String id(String prefix, int number) {
        return RecordId.parse(prefix + "5g00000" + "%05d".formatted(number)).orElseThrow();
    }

    @Override
    public void close() throws SQLException {
        db.close();
    }

    private void users() throws SQLException {
        insert("User", "Id, Name, IsActive, ManagerId", id("005", 1), "Ada King", 1, "");
        insert("User", "Id, Name, IsActive, ManagerId", id("005", 2), "Bob Lee", 1, id("005", 1));
    }

    private void accounts() throws SQLException {
        String fields =
                "Id, Name, Industry, AnnualRevenue, NumberOfEmployees, OwnerId, ParentId, CreatedDate, BillingCity,"
                        + " BillingLatitude, IsPartner, IsDeleted, Description";
        insert(
                "Account",
                fields,
                id("001", 1),
                "Acme",
                "Energy",
                1000.0,
                10,
                id("005", 1),
                "",
                "2026-11-22T09:30:00.000Z",
                "Berlin",
                52.5,
                1,
                0,
                "long");
        insert(
                "Account",
                fields,
                id("001", 2),
                "acme labs",
                "Banking",
                "",
                200,
                id("005", 2),
                id("001", 1),
                "2026-11-21T23:59:59.000Z",
                "",
                "",
                0,
                0,
                "");
        insert(
                "Account",
                fields,
                id("001", 3),
                "Bürgerstiftung",
                "",
                300.0,
                "",
                id("005", 2),
                "",
                "2026-10-31T22:00:00.000Z",
                "",
                "",
                0,
                0,
                "");
        insert(
                "Account",
                fields,
                id("001", 4),
                "100% Pure_Water",
                "Energy",
                12345678.9,
                7,
                id("005", 1),
                id("001", 2),
                "2025-02-28T12:00:00.000Z",
                "",
                "",
                0,
                0,
                "");
        insert(
                "Account",
                fields,
                id("001", 5),
                "O'Hara \\ Sons",
                "Zoo",
                0.0,
                0,
                id("005", 1),
                "",
                "2026-01-01T00:00:00.000Z",
                "",
                "",
                0,
                0,
                "");
        insert(
                "Account",
                fields,
                id("001", 9),
                "Gone",
                "Energy",
                5.0,
                1,
                id("005", 1),
                "",
                "2026-11-22T09:30:00.000Z",
                "",
                "",
                0,
                1,
                "");
    }

    private void contacts() throws SQLException {
        String fields = "Id, LastName, Name, AccountId, Languages__c, Birthdate, IsDeleted";
        insert("Contact", fields, id("003", 1), "Ng", "Mia Ng", id("001", 1), "English;German", "1990-05-01", 0);
        insert("Contact", fields, id("003", 2), "Ost", "Eva Ost", id("001", 1), "German", "", 0);
        insert(
                "Contact",
                fields,
                id("003", 3),
                "Poe",
                "Kim Poe",
                id("001", 2),
                "English;French;German",
                "2000-12-31",
                0);
        insert("Contact", fields, id("003", 4), "Quy", "Lo Quy", "", "", "", 0);
    }

    private void opportunities() throws SQLException {
        String fields = "Id, Name, StageName, Amount, CloseDate, AccountId, OwnerId, IsDeleted";
        insert(
                "Opportunity",
                fields,
                id("006", 1),
                "Big",
                "Closed Lost",
                300.0,
                "2026-11-01",
                id("001", 1),
                id("005", 1),
                0);
        insert(
                "Opportunity",
                fields,
                id("006", 2),
                "Mid",
                "Closed Lost",
                200.5,
                "2026-11-30",
                id("001", 1),
                id("005", 2),
                0);
        insert(
                "Opportunity",
                fields,
                id("006", 3),
                "Old",
                "Closed Won",
                50.0,
                "2026-10-31",
                id("001", 2),
                id("005", 2),
                0);
        insert(
                "Opportunity",
                fields,
                id("006", 4),
                "New",
                "Prospecting",
                "",
                "2026-12-01",
                id("001", 3),
                id("005", 1),
                0);
        insert("Opportunity", fields, id("006", 5), "Odd", "closed lost", 1.0, "2025-11-15", "", id("005", 1), 0);
    }

    private void tasks() throws SQLException {
        String fields = "Id, Subject, WhatId, WhoId, OwnerId, StartTime__c, IsDeleted";
        insert("Task", fields, id("00T", 1), "Call", id("001", 1), id("003", 1), id("005", 1), "09:30:00.000Z", 0);
        insert("Task", fields, id("00T", 2), "Mail", id("006", 2), id("003", 1), id("005", 2), "", 0);
        insert("Task", fields, id("00T", 3), "Nap", "", "", id("00G", 7), "14:00:00.000Z", 0);
    }
}
