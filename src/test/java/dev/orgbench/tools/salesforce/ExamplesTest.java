package dev.orgbench.tools.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orgbench.ServedDemoOrg;
import dev.orgbench.tools.Method;
import dev.orgbench.tools.Terms;
import dev.orgbench.tools.Tool;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the definitions show as examples works on the demo org as it stands there. */
class ExamplesTest {
    @RegisterExtension
    private static final ServedDemoOrg served = ServedDemoOrg.start();

    /** In the order of the inventory: what one example creates, a later one deletes. */
    @Test
    void everyExampleWorks() {
        for (Tool tool : tools()) {
            JsonNode examples = tool.inputSchema().path("examples");
            assertThat(examples).as(tool.name()).isNotEmpty();
            for (JsonNode example : examples) {
                JsonNode answer = served.call(
                        tool.name(),
                        new JsonMapper().convertValue(example, new TypeReference<Map<String, Object>>() {}));
                assertThat(answer).as(tool.name()).isNotEmpty();
                if (tool.method() == Method.LIST) {
                    assertThat(answer)
                            .as(tool.name())
                            .filteredOn(JsonNode::isArray)
                            .first()
                            .satisfies(list -> assertThat(list).isNotEmpty());
                }
            }
        }
    }

    private static List<Tool> tools() {
        return served.orgbench().offer().tools().resolve(served.orgbench().org().connection(), Terms.ALL);
    }
}
