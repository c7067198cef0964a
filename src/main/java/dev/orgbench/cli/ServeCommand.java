package dev.orgbench.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.app.Orgbench;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * The demo org and the gateway without a window. The first line on standard output is one JSON object, stable for
 * programs that start Orgbench ({@code mcp_url} is null where a keychain does not give it); then it stays until it is told to end (SIGTERM, Ctrl+C).
 */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Runs the demo org and the MCP server without a window. Prints one line of JSON, then stays.")
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private final StartOptions options = new StartOptions();

    @Override
    public Integer call() throws Exception {
        Orgbench orgbench = Orgbench.start(options.settings(), Clock.system(ZoneId.systemDefault()));
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            orgbench.close();
            ended.countDown();
        }));
        List<String> notices = new ArrayList<>(orgbench.notices());
        PrintStream out = System.out;
        out.println(firstLine(
                orgbench, orgbench.mcpUrl(notices::add).map(URI::toString).orElse(null)));
        out.flush();
        notices.forEach(System.err::println);
        orgbench.onFault(System.err::println);
        ended.await();
        return 0;
    }

    private static String firstLine(Orgbench orgbench, @Nullable String mcpUrl) {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("mcp_url", mcpUrl)
                .put("management_url", orgbench.managementUrl().toString())
                .put("management_token", orgbench.managementToken())
                .put("org_id", orgbench.orgId())
                .put("demo_url", orgbench.demoUrl().toString())
                .put("demo_access_token", orgbench.demoAccessToken())
                .put("data", orgbench.data().toString());
        orgbench.demoTlsUrl().ifPresent(url -> line.put("demo_tls_url", url.toString()));
        orgbench.demoTlsAuthority().ifPresent(file -> line.put("demo_tls_authority", file.toString()));
        return line.toString();
    }
}
