package dev.orgbench.demo.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.ApiError;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplanationTest {
    private final SampleOrg org;

    ExplanationTest(@TempDir Path folder) throws SQLException, IOException {
        org = new SampleOrg(folder);
        org.execute("CREATE INDEX \"Contact.AccountId\" ON \"Contact\" (\"AccountId\")");
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

    @Test
    void whatWouldBeRefusedIsNotExplained() {
        assertThatThrownBy(() -> plans("SELECT Nope FROM Account")).isInstanceOf(ApiError.class).hasMessageContaining("Nope");
    }

    private JsonNode plans(String soql) throws ApiError, SQLException {
        return org.engine().explain(org.db(), new QueryRequest(soql, SampleOrg.BASE)).path("plans");
    }

    private int count(String soql) throws ApiError, SQLException {
        return org.query(soql).totalSize();
    }
}
