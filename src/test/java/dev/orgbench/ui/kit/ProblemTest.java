package dev.orgbench.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.mcp.client.McpException;
import dev.orgbench.salesforce.SalesforceException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void theCodeLeads_theMessageFollows_theRestAdvises() {
        Problem problem = Problem.ofToolText(
                "INVALID_FIELD: No such column 'Amout'.\nDid you mean Amount?\n\nDescribe it first.");

        assertThat(problem)
                .isEqualTo(new Problem(
                        "INVALID_FIELD", "No such column 'Amout'.", "Did you mean Amount?\nDescribe it first."));
    }

    @Test
    void wordsBeforeTheCodeStayInTheMessage() {
        Problem problem = Problem.ofToolText("The query failed: MALFORMED_QUERY: unexpected token: 'FORM'");

        assertThat(problem.code()).isEqualTo("MALFORMED_QUERY");
        assertThat(problem.message()).isEqualTo("The query failed: unexpected token: 'FORM'");
    }

    @Test
    void textWithoutACodeIsAllMessage() {
        assertThat(Problem.ofToolText("The org does not answer."))
                .isEqualTo(new Problem(null, "The org does not answer.", null));
    }

    @Test
    void aQueryErrorSaysWhere_andPointsAtIt() {
        Problem problem = Problem.ofToolText("""
                list_all_salesforce_query failed: the org refused the request (HTTP 400).
                INVALID_FIELD:\s
                SELECT Id, Amout FROM Opportunity
                           ^
                ERROR at Row:1:Column:12
                No such column 'Amout' on entity 'Opportunity'.
                Try: `q`: Did you mean Amount?""");

        assertThat(problem)
                .isEqualTo(new Problem(
                        "INVALID_FIELD",
                        "Row 1, column 12: No such column 'Amout' on entity 'Opportunity'.",
                        "SELECT Id, Amout FROM Opportunity\n           ^",
                        "q: Did you mean Amount?"));
        assertThat(problem.text())
                .contains("INVALID_FIELD: Row 1, column 12", "\n           ^\n", "Did you mean Amount?");
    }

    @Test
    void whatIsWrongLeads_notThatSomethingIs() {
        Problem problem = Problem.ofToolText("""
                create_a_salesforce_record was not carried out. Nothing was changed in the org.
                `fields.State`: Task has no field State. Its fields: WhoId, Status.""");

        assertThat(problem)
                .isEqualTo(new Problem(
                        null,
                        "fields.State: Task has no field State.",
                        "Nothing was changed in the org.\nIts fields: WhoId, Status."));
    }

    @Test
    void aFieldNameIsNoErrorCode() {
        assertThat(Problem.ofToolText("Argument Status__c is unknown.").code()).isNull();
    }

    @Test
    void aProtocolErrorKeepsItsNumber() throws Exception {
        Problem problem = Problem.ofRpcError(JsonText.parse("{\"code\":-32602,\"message\":\"Unknown tool: x\"}"));

        assertThat(problem.code()).isEqualTo("-32602");
        assertThat(problem.message()).isEqualTo("Unknown tool: x");
    }

    @Test
    void whatTheClientSaysIsShownAsItIs() {
        assertThat(Problem.of(new McpException("Nothing answers at 127.0.0.1:7420."))
                        .message())
                .isEqualTo("Nothing answers at 127.0.0.1:7420.");
    }

    @Test
    void whatNobodyForesawShowsNoInnerDetails() {
        Problem problem = Problem.of(new IllegalStateException("secret /home/x"));

        assertThat(problem.text()).doesNotContain("secret").contains("IllegalStateException");
    }

    @Test
    void aLimitThatIsReachedSaysToWait_andWhereToLook() {
        Problem problem = Problem.of(new SalesforceException.Refused(
                403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.", List.of(), null));
        assertThat(problem.summary()).isEqualTo("REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded.");
        assertThat(problem.advice()).contains("Wait", "24 hours", "Limits");
    }

    @Test
    void aResultThatTheOrgHasForgottenIsAskedForAnew() {
        Problem problem = Problem.of(new SalesforceException.Refused(
                400, "INVALID_QUERY_LOCATOR", "invalid query locator", List.of(), null));
        assertThat(problem.advice()).contains("Run the query again");
        assertThat(Problem.of(new SalesforceException.Refused(400, "UNABLE_TO_LOCK_ROW", "no", List.of(), null))
                        .advice())
                .contains("send it again");
    }
}
