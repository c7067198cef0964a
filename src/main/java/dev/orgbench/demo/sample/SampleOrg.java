package dev.orgbench.demo.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.ApiError;
import dev.orgbench.demo.Bundled;
import dev.orgbench.demo.Json;
import dev.orgbench.demo.data.OrgTables;
import dev.orgbench.demo.data.RowImport;
import dev.orgbench.demo.data.Stamp;
import dev.orgbench.demo.metadata.Catalogue;
import dev.orgbench.demo.metadata.CustomFields;
import dev.orgbench.demo.metadata.CustomObjects;
import dev.orgbench.demo.metadata.ValidationRules;
import dev.orgbench.demo.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Fills an empty file: tables, custom objects, records. */
public final class SampleOrg {
    private static final List<String> CUSTOMIZED = List.of("Feature_Request__c", "Acme_Invoice__c", "Case", "Asset");

    private final Catalogue catalogue;
    private final Clock clock;

    public SampleOrg(Catalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** All of it; inside one transaction. */
    public void fill(Connection db) throws ApiError, SQLException {
        Calendar calendar = new Calendar(clock);
        Chance chance = new Chance();
        Stamp setup = calendar.stamp(SampleSetup.ADMINISTRATOR, calendar.daysAgo(900), 0);
        OrgTables.create(db);
        catalogue.createTables(db, setup.at());
        for (String name : CUSTOMIZED) {
            define(db, name, setup);
        }
        defineRules(db, setup);
        catalogue.touch(db, clock.instant());
        catalogue.load(db);
        Schema schema = catalogue.schema();
        try (RowImport rows = new RowImport(db, schema)) {
            List<String> users = new SampleSetup(rows, schema.objects(), calendar).fill();
            SampleAccounts accounts = new SampleAccounts(rows, calendar, chance, users);
            accounts.fill();
            SampleSales sales = new SampleSales(rows, calendar, chance, accounts);
            sales.fillOpportunities();
            sales.fillLeads();
            SampleService service = new SampleService(rows, calendar, chance, accounts, users);
            service.fillCases();
            service.fillTasks(sales.opportunities());
            SampleCustom custom = new SampleCustom(rows, calendar, chance, accounts);
            custom.fillFeatureRequests();
            custom.fillInvoices();
        }
        OrgTables.identify(
                db, SampleSetup.ORGANIZATION, Stamp.of(SampleSetup.ADMINISTRATOR, clock.instant()));
    }

    /** Makes a custom object with its fields, or the custom fields of a standard object. */
    private void define(Connection db, String name, Stamp stamp) throws ApiError, SQLException {
        JsonNode definition = Json.own(Bundled.text("custom/" + name + ".json"));
        if (definition.path("metadata") instanceof ObjectNode metadata) {
            new CustomObjects(catalogue).create(db, name, metadata, stamp);
        }
        CustomFields fields = new CustomFields(catalogue);
        for (Map.Entry<String, JsonNode> field : definition.path("fields").properties()) {
            fields.create(db, name + "." + field.getKey(), (ObjectNode) field.getValue(), stamp);
        }
    }

    private void defineRules(Connection db, Stamp stamp) throws ApiError, SQLException {
        ValidationRules rules = new ValidationRules(catalogue);
        for (Map.Entry<String, JsonNode> rule :
                Json.own(Bundled.text("custom/validation-rules.json")).properties()) {
            rules.create(db, rule.getKey(), (ObjectNode) rule.getValue(), stamp);
        }
    }
}
