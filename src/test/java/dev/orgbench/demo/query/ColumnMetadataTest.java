package dev.orgbench.demo.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnMetadataTest {
    private final SampleOrg org;

    ColumnMetadataTest(@TempDir Path folder) throws SQLException, IOException {
        org = new SampleOrg(folder);
    }

    @AfterEach
    void close() throws SQLException {
        org.close();
    }

    @Test
    void aFieldTellsItsType() throws Exception {
        JsonNode answer = columns("SELECT Id, Name, AnnualRevenue FROM Account");

        assertThat(answer.get("columnMetadata").get(1).toString()).isEqualTo("""
                        {"aggregate":false,"apexType":"String","booleanType":false,"columnName":"Name","custom":false,"displayName":"Name",\
                        "foreignKeyName":null,"insertable":true,"joinColumns":[],"numberType":false,"textType":true,"updatable":true}""");
        assertThat(answer.get("columnMetadata").get(2).get("numberType").booleanValue())
                .isTrue();
        assertThat(answer.get("entityName").textValue()).isEqualTo("Account");
        assertThat(answer.get("keyPrefix").textValue()).isEqualTo("001");
        assertThat(answer.get("idSelected").booleanValue()).isTrue();
        assertThat(answer.get("groupBy").booleanValue()).isFalse();
    }

    @Test
    void aParentIsAColumnOfColumns() throws Exception {
        JsonNode account = columns("SELECT Account.Name, LastName, Account.Owner.Name, Account.Industry FROM Contact")
                .get("columnMetadata")
                .get(0);

        assertThat(account.get("columnName").textValue()).isEqualTo("Account");
        assertThat(account.get("foreignKeyName").textValue()).isEqualTo("AccountId");
        assertThat(account.get("aggregate").booleanValue()).isFalse();
        assertThat(account.get("joinColumns").findValuesAsText("columnName")).contains("Name", "Owner", "Industry");
        assertThat(account.get("joinColumns")
                        .get(1)
                        .get("joinColumns")
                        .get(0)
                        .get("columnName")
                        .textValue())
                .isEqualTo("Name");
    }

    @Test
    void childrenAreAnAggregateColumn() throws Exception {
        JsonNode contacts = columns("SELECT Name, (SELECT LastName FROM Contacts) FROM Account")
                .get("columnMetadata")
                .get(1);

        assertThat(contacts.get("columnName").textValue()).isEqualTo("Contacts");
        assertThat(contacts.get("aggregate").booleanValue()).isTrue();
        assertThat(contacts.get("joinColumns").findValuesAsText("columnName")).containsExactly("LastName");
    }

    @Test
    void aFunctionShowsItself() throws Exception {
        JsonNode answer = columns("SELECT Industry, AVG(AnnualRevenue), COUNT(Id) n FROM Account GROUP BY Industry");

        assertThat(answer.get("groupBy").booleanValue()).isTrue();
        assertThat(answer.get("columnMetadata").findValuesAsText("columnName"))
                .containsExactly("Industry", "expr0", "n");
        assertThat(answer.get("columnMetadata").findValuesAsText("displayName"))
                .containsExactly("Industry", "avg(AnnualRevenue)", "count(Id)");
        assertThat(columns("SELECT COUNT() FROM Account").get("columnMetadata")).isEmpty();
    }

    @Test
    void subtotalsAndConversionsAreColumnsToo() throws Exception {
        JsonNode groups = columns("SELECT Industry, GROUPING(Industry) g, FORMAT(MAX(CreatedDate)) FROM Account"
                        + " GROUP BY ROLLUP(Industry)")
                .get("columnMetadata");
        assertThat(groups.findValuesAsText("columnName")).containsExactly("Industry", "g", "expr0");
        assertThat(groups.get(1).get("numberType").booleanValue()).isTrue();
        assertThat(groups.get(2).get("textType").booleanValue()).isTrue();

        JsonNode rows = columns("SELECT FORMAT(AnnualRevenue), toLabel(Industry) label FROM Account")
                .get("columnMetadata");
        assertThat(rows.findValuesAsText("columnName")).containsExactly("AnnualRevenue", "label");
        assertThat(rows.get(0).get("numberType").booleanValue()).isFalse();
    }

    @Test
    void aTypeOfIsAColumnByTheNameOfItsRelationship() throws Exception {
        assertThat(columns("SELECT Subject, TYPEOF What WHEN Account THEN Industry END FROM Task")
                        .get("columnMetadata")
                        .findValuesAsText("columnName"))
                .containsExactly("Subject", "What");
    }

    @Test
    void whatDoesNotRunHasNoColumns() {
        assertThatThrownBy(() -> columns("SELECT Name FROM Account WHERE Nme = 'x'"))
                .isInstanceOf(ApiError.class);
    }

    private JsonNode columns(String soql) throws ApiError {
        return org.engine().columns(new QueryRequest(soql, SampleOrg.BASE));
    }
}
