package dev.orgbench.demo.formula;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.data.OrgFile;
import dev.orgbench.demo.metadata.Catalogue;
import dev.orgbench.demo.schema.FieldType;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * What formulas give, and what is wrong with others, from tables, over one account of an org's file: today is Wednesday, 15
 * July 2026, 16:20:30 in the org's zone.
 */
class FormulaValuesTest {
    private static final Map<String, FieldType> TYPES = Map.of(
            "Text", FieldType.STRING,
            "Number", FieldType.DOUBLE,
            "Percent", FieldType.PERCENT,
            "Checkbox", FieldType.BOOLEAN,
            "Date", FieldType.DATE,
            "DateTime", FieldType.DATETIME,
            "Time", FieldType.TIME);

    @TempDir
    static Path folder;

    private static OrgFile file;
    private static Schema schema;
    private static SObject accounts;
    private static String account;

    @BeforeAll
    static void start() throws Exception {
        Path path = folder.resolve("org.db");
        try (TestOrg org = TestOrg.start(path, TestOrg.MID_MONTH)) {
            account = fill(org);
        }
        file = OrgFile.open(path, TestOrg.MID_MONTH, db -> FormulaFunctions.install(db, TestOrg.MID_MONTH));
        Catalogue catalogue = new Catalogue();
        file.read(db -> {
            catalogue.load(db);
            return true;
        });
        schema = catalogue.schema();
        accounts = schema.object("Account").orElseThrow();
    }

    @AfterAll
    static void stop() {
        file.close();
    }

    @ParameterizedTest(name = "{1} = {2}")
    @CsvFileSource(
            resources = "/demo/formula/values.tsv",
            delimiter = '\t',
            quoteCharacter = '`',
            numLinesToSkip = 1,
            ignoreLeadingAndTrailingWhitespace = false)
    void gives(String type, String formula, String value) throws Exception {
        FormulaField field = new FormulaField(formula, Objects.requireNonNull(TYPES.get(type)), 4, false);
        field.check(schema, accounts);
        assertThat(value(field, type)).isEqualTo(value);
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvFileSource(
            resources = "/demo/formula/errors.tsv",
            delimiter = '\t',
            quoteCharacter = '`',
            numLinesToSkip = 1,
            ignoreLeadingAndTrailingWhitespace = false)
    void refuses(String type, String formula, String error) {
        FormulaField field = new FormulaField(formula, Objects.requireNonNull(TYPES.get(type)), 4, false);
        String said = "";
        try {
            field.check(schema, accounts);
        } catch (FormulaException e) {
            said = e.text();
        }
        assertThat(said).isEqualTo(error);
    }

    private static String value(FormulaField field, String type) throws Exception {
        String sql = "SELECT " + field.sql(schema, accounts, "a") + " FROM Account a WHERE a.Id = '" + account + "'";
        return file.read(db -> {
            try (Statement statement = db.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return switch (type) {
                    case "Number", "Percent" -> {
                        double number = row.getDouble(1);
                        yield row.wasNull()
                                ? "null"
                                : new BigDecimal(Double.toString(number))
                                        .stripTrailingZeros()
                                        .toPlainString();
                    }
                    case "Checkbox" -> String.valueOf(row.getBoolean(1));
                    default -> String.valueOf(row.getString(1));
                };
            }
        });
    }

    private static String fill(TestOrg org) throws IOException {
        String owner = org.value("SELECT Id FROM User LIMIT 1").asText();
        String parent = org.post(
                        "sobjects/Account", "{\"Name\":\"Top\",\"Industry\":\"Energy\",\"OwnerId\":\"" + owner + "\"}")
                .id();
        make(org, "Due__c", "{\"type\":\"Date\",\"label\":\"Due\"}");
        make(org, "Seen__c", "{\"type\":\"DateTime\",\"label\":\"Seen\"}");
        make(org, "Opens__c", "{\"type\":\"Time\",\"label\":\"Opens\"}");
        make(org, "Share__c", "{\"type\":\"Percent\",\"label\":\"Share\",\"precision\":5,\"scale\":2}");
        make(org, "Blank__c", "{\"type\":\"Number\",\"label\":\"Blank\",\"precision\":5,\"scale\":2}");
        make(org, "Good__c", "{\"type\":\"Checkbox\",\"label\":\"Good\",\"defaultValue\":false}");
        make(org, "Colours__c", """
                {"type":"MultiselectPicklist","label":"Colours","visibleLines":4,"valueSet":{"valueSetDefinition":{"value":[
                {"fullName":"Red"},{"fullName":"Blue"},{"fullName":"Green"}]}}}""");
        return org.post("sobjects/Account", """
                {"Name":"Acme 'n Söhne","Industry":"Banking","AnnualRevenue":1234.5,"NumberOfEmployees":7,"ParentId":"%s",
                "Due__c":"2026-01-31","Seen__c":"2026-03-01T10:30:00Z","Opens__c":"08:15:30.250Z","Share__c":12.5,
                "Good__c":true,"Colours__c":"Red;Blue","Phone":"+1 555 0100"}""".formatted(parent)).id();
    }

    private static void make(TestOrg org, String name, String metadata) throws IOException {
        String json = "{\"FullName\":\"Account." + name + "\",\"Metadata\":" + metadata + "}";
        assertThat(org.post("tooling/sobjects/CustomField", json).error()).startsWith("201");
    }
}
