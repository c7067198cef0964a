package dev.orgbench.demo.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.bundled.Bundled;
import dev.orgbench.demo.data.Indexes;
import dev.orgbench.demo.data.OrgTables;
import dev.orgbench.demo.data.RowImport;
import dev.orgbench.demo.data.Settings;
import dev.orgbench.demo.data.Stamp;
import dev.orgbench.demo.metadata.Catalogue;
import dev.orgbench.demo.metadata.CustomFields;
import dev.orgbench.demo.metadata.CustomObjects;
import dev.orgbench.demo.metadata.ValidationRules;
import dev.orgbench.demo.schema.RecordType;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.demo.wire.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Fills an empty file: tables, custom objects, records. */
public final class SampleOrg {
    private static final List<String> CUSTOMIZED = List.of("Feature_Request__c", "Acme_Invoice__c", "Case", "Asset");

    private final Catalogue catalogue;
    private final Clock clock;
    private final DemoSize size;

    public SampleOrg(Catalogue catalogue, Clock clock, DemoSize size) {
        this.size = size;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** How much an org that is there was made with. */
    public static DemoSize size(Connection db) throws SQLException {
        return DemoSize.valueOf(Settings.require(db, Settings.SAMPLE_SIZE));
    }

    /** All of it; inside one transaction. */
    public void fill(Connection db) throws ApiError, SQLException {
        Calendar calendar = new Calendar(clock);
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
        // A table that fills while its indexes stand is written many times over.
        Indexes.aside(db, _ -> {
            try (RowImport rows = new RowImport(db, schema)) {
                fill(rows, schema, calendar);
            }
            return true;
        });
        Settings.put(db, Settings.SAMPLE_SIZE, size.name());
        OrgTables.identify(db, SampleSetup.ORGANIZATION, Stamp.of(SampleSetup.ADMINISTRATOR, clock.instant()));
    }

    private void fill(RowImport rows, Schema schema, Calendar calendar) throws SQLException {
        SampleSize counts = SampleSize.of(size);
        Chance chance = new Chance();
        SampleSetup setup = new SampleSetup(rows, schema.objects(), calendar);
        List<String> users = setup.fill();
        SampleProducts products = new SampleProducts(rows, setup.stamp());
        products.fill();
        SampleCampaigns campaigns = new SampleCampaigns(rows, calendar, users.get(1));
        campaigns.plan();
        SampleAccounts accounts = new SampleAccounts(rows, calendar, chance, counts, users);
        accounts.fill();
        SampleSales sales = new SampleSales(
                rows, calendar, chance, counts, accounts, products, campaigns, recordTypes(schema, "Opportunity"));
        sales.fillOpportunities();
        SampleLeads leads = new SampleLeads(rows, calendar, chance, accounts);
        leads.fill(counts.leads(), sales.opportunities());
        SampleService service = new SampleService(rows, calendar, chance, accounts, users, recordTypes(schema, "Case"));
        service.fillCases(counts.cases());
        SampleActivities activities =
                new SampleActivities(rows, calendar, chance, accounts.all(), sales.opportunities(), service.cases());
        activities.fillTasks(counts.tasks());
        activities.fillEvents(counts.events());
        SampleCustom custom = new SampleCustom(rows, calendar, chance, accounts, counts.invoices());
        custom.fillFeatureRequests();
        custom.fillInvoices();
        campaigns.fill(counts.members(), accounts.known(), leads.known());
        accounts.settle();
    }

    private static Map<String, String> recordTypes(Schema schema, String object) {
        return schema.object(object).orElseThrow().recordTypes().stream()
                .collect(Collectors.toMap(RecordType::developerName, RecordType::id));
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
