package dev.orgbench.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.mcp.client.McpException;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void theCodeLeads_theMessageFollows_theRestAdvises() {
        Problem problem = Problem.ofToolText("INVALID_FIELD: No such column 'Amout'.\nDid you mean Amount?\n\nDescribe it first.");

        assertThat(problem).isEqualTo(new Problem("INVALID_FIELD", "No such column 'Amout'.", "Did you mean Amount?\nDescribe it first."));
    }

    @Test
    void wordsBeforeTheCodeStayInTheMessage() {
        Problem problem = Problem.ofToolText("The query failed: MALFORMED_QUERY: unexpected token: 'FORM'");

        assertThat(problem.code()).isEqualTo("MALFORMED_QUERY");
        assertThat(problem.message()).isEqualTo("The query failed: unexpected token: 'FORM'");
    }

    @Test
    void textWithoutACodeIsAllMessage() {
        assertThat(Problem.ofToolText("The org does not answer.")).isEqualTo(new Problem(null, "The org does not answer.", null));
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
        assertThat(Problem.of(new McpException("Nothing answers at 127.0.0.1:7420.")).message())
                .isEqualTo("Nothing answers at 127.0.0.1:7420.");
    }

    @Test
    void whatNobodyForesawShowsNoInnerDetails() {
        Problem problem = Problem.of(new IllegalStateException("secret /home/x"));

        assertThat(problem.text()).doesNotContain("secret").contains("IllegalStateException");
    }
}
