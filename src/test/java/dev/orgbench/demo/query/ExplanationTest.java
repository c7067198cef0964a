package dev.orgbench.demo.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {
    private final SampleOrg org;

    ExplanationTest(@TempDir Path folder) throws SQLException, IOException {
        org = new SampleOrg(folder);
    }

    @AfterEach
    void close() throws SQLException {
        org.close();
    }

    @Test
    void anIdIsFoundByItsIndex() throws Exception {
        String soql = "SELECT Name FROM Account WHERE Id = '" + SampleOrg.id("001", 1) + "'";
        JsonNode plan = org.engine().explain(org.db(), new QueryRequest(soql, SampleOrg.BASE));

        assertThat(plan.path("sourceQuery").textValue()).isEqualTo(soql);
        JsonNode best = plan.path("plans").path(0);
        assertThat(best.path("leadingOperationType").textValue()).isEqualTo("Index");
        assertThat(best.at("/fields/0").textValue()).isEqualTo("Id");
        assertThat(best.path("cardinality").intValue()).isEqualTo(1);
        assertThat(best.path("sobjectCardinality").intValue()).isEqualTo(count("SELECT COUNT() FROM Account"));
        assertThat(best.path("sobjectType").textValue()).isEqualTo("Account");
        assertThat(best.path("relativeCost").doubleValue()).isLessThan(1);
        assertThat(plan.path("plans")).hasSize(2);
        assertThat(plan.at("/plans/1/leadingOperationType").textValue()).isEqualTo("TableScan");
    }

    @Test
    void aLookupHasAnIndexToo_whatElseIsFilteredByIsTold() throws Exception {
        JsonNode plans = plans("SELECT Id FROM Contact WHERE AccountId = '" + SampleOrg.id("001", 1)
                + "' AND (LastName = 'x' OR Account.Name = 'y')");

        assertThat(plans.findValuesAsText("leadingOperationType")).containsExactly("Index", "TableScan");
        assertThat(plans.at("/0/fields/0").textValue()).isEqualTo("AccountId");
        assertThat(plans.at("/1/notes/0/fields").toString()).isEqualTo("[\"LastName\"]");
        assertThat(plans.at("/1/notes/0/tableEnumOrId").textValue()).isEqualTo("Contact");
    }

    @Test
    void withoutAFilterAllIsRead() throws Exception {
        JsonNode plans = plans("SELECT StageName, COUNT(Id) FROM Opportunity GROUP BY StageName");

        assertThat(plans).hasSize(1);
        assertThat(plans.at("/0/leadingOperationType").textValue()).isEqualTo("TableScan");
        assertThat(plans.at("/0/relativeCost").doubleValue()).isGreaterThan(1);
        assertThat(plans.at("/0/notes")).isEmpty();
        assertThat(plans.at("/0/cardinality").intValue()).isEqualTo(count("SELECT COUNT() FROM Opportunity"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Account | Id IN ('0015g00000aaaaa', '0015g00000aaaab')               | Id
            Account | Name = 'acme'                                              | Name
            Account | Name IN ('acme', 'b')                                      | Name
            Account | Name LIKE 'acm%'                                           | Name
            Account | Name > 'b'                                                 | Name
            Account | OwnerId = '0055g00000aaaaa'                                | OwnerId
            Account | ParentId = '0015g00000aaaaa'                               | ParentId
            Account | CreatedDate = TODAY                                        | CreatedDate
            Account | CreatedDate >= 2026-01-01T00:00:00Z AND Industry = 'Zoo'   | CreatedDate
            Account | SystemModstamp > 2026-01-01T00:00:00Z                      | SystemModstamp
            Account | Number__c = 'a-1'                                          | Number__c
            Account | Id IN (SELECT AccountId FROM Contact)                      | Id
            Account | Industry = 'Zoo'                                           |
            Account | Name LIKE '%cme'                                           |
            Account | Name != 'acme'                                             |
            Account | (NOT Name = 'acme')                                        |
            Account | Name = 'acme' OR Industry = 'Zoo'                          |
            Account | CALENDAR_YEAR(CreatedDate) = 2026                          |
            Task    | WhatId = '0015g00000aaaaa'                                 | WhatId
            Contact | Account.Name = 'acme'                                      | AccountId
            """)
    void theIndexIsTheOneThatSalesforceHas(String object, String where, String index) throws Exception {
        JsonNode plans = plans("SELECT Id FROM " + object + " WHERE " + where);

        List<String> indexes = new ArrayList<>();
        plans.forEach(plan -> {
            if (plan.path("leadingOperationType").textValue().equals("Index")) {
                indexes.add(plan.at("/fields/0").textValue());
            }
        });
        assertThat(indexes).isEqualTo(index == null ? List.of() : List.of(index));
        assertThat(plans.findValuesAsText("leadingOperationType")).contains("TableScan");
    }

    @Test
    void whatWouldBeRefusedIsNotExplained() {
        assertThatThrownBy(() -> plans("SELECT Nope FROM Account"))
                .isInstanceOf(ApiError.class)
                .hasMessageContaining("Nope");
    }

    private JsonNode plans(String soql) throws ApiError, SQLException {
        return org.engine()
                .explain(org.db(), new QueryRequest(soql, SampleOrg.BASE))
                .path("plans");
    }

    private int count(String soql) throws ApiError, SQLException {
        return org.query(soql).totalSize();
    }
}
