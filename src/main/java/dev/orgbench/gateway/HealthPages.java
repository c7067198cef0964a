package dev.orgbench.gateway;

import dev.orgbench.http.HttpRequest;
import dev.orgbench.http.HttpResponse;
import dev.orgbench.orgs.ConnectedOrg;
import dev.orgbench.orgs.Org;
import dev.orgbench.orgs.Orgs;
import dev.orgbench.salesforce.ApiUsage;
import dev.orgbench.salesforce.Reach;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.store.StoreException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * For whoever looks after the process: {@code /healthz} (it answers), {@code /readyz} (it can serve: the register can be
 * read and one org at least can be used; else 503, and why) and {@code /metrics} (Prometheus).
 */
final class HealthPages {
    private static final Logger log = LoggerFactory.getLogger(HealthPages.class);
    private static final Set<String> PATHS = Set.of("/healthz", "/readyz", "/metrics");

    /** An org that could not be reached is asked again, for so long: who asks whether we are ready will not wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ServerRegister register;
    private final Orgs orgs;
    private final Meters meters;

    HealthPages(ServerRegister register, Orgs orgs, Meters meters) {
        this.register = register;
        this.orgs = orgs;
        this.meters = meters;
    }

    static boolean owns(String path) {
        return PATHS.contains(path);
    }

    void handle(HttpRequest request, HttpResponse response) throws IOException {
        response.header("Cache-Control", "no-store");
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            Problem.notAllowed(response, "GET, HEAD").send(response);
            return;
        }
        switch (request.path()) {
            case "/readyz" -> ready(response);
            case "/metrics" ->
                response.send(PrometheusText.CONTENT_TYPE, metrics().toString().getBytes(StandardCharsets.UTF_8));
            default -> response.sendText("ok");
        }
    }

    private void ready(HttpResponse response) throws IOException {
        List<String> lines = new ArrayList<>();
        boolean ready = isRegisterReadable(lines);
        List<ConnectedOrg> connected = orgs.list();
        boolean anyUsable = false;
        for (ConnectedOrg org : connected) {
            Reach reach = reach(org.org());
            anyUsable |= reach == Reach.CONNECTED || reach == Reach.UNKNOWN;
            lines.add("org " + org.org().id() + ": " + reach.words());
        }
        if (connected.isEmpty()) {
            lines.add("orgs: none is connected; connect one in Orgbench, under Orgs");
        }
        response.status(ready && anyUsable ? 200 : 503)
                .sendText((ready && anyUsable ? "ready" : "not ready") + "\n" + String.join("\n", lines) + "\n");
    }

    private boolean isRegisterReadable(List<String> lines) {
        try {
            register.find("");
            lines.add("register: readable");
            return true;
        } catch (StoreException e) {
            log.warn("The register cannot be read", e);
            lines.add("register: " + e.getMessage());
            return false;
        }
    }

    private static Reach reach(Org org) {
        if (org.connection().reach() != Reach.UNREACHABLE) {
            return org.connection().reach();
        }
        Thread asking = Thread.ofVirtual().name("readyz").start(() -> {
            try {
                org.connection().identity();
            } catch (SalesforceException e) {
                log.debug("{} is not there yet", org.id(), e);
            }
        });
        try {
            asking.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        asking.interrupt();
        return org.connection().reach();
    }

    private PrometheusText metrics() {
        PrometheusText text = new PrometheusText();
        meters.write(text);
        text.metric("orgbench_org_api_requests_used", "gauge", "Requests in the last 24 hours, as the org last told.");
        usage().forEach((org, usage) -> text.sample("orgbench_org_api_requests_used", usage.used(), "org", org));
        text.metric("orgbench_org_api_requests_limit", "gauge", "Requests allowed in 24 hours.");
        usage().forEach((org, usage) -> text.sample("orgbench_org_api_requests_limit", usage.limit(), "org", org));
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        text.metric("jvm_memory_used_bytes", "gauge", "Memory in use.");
        areas(memory).forEach((area, use) -> text.sample("jvm_memory_used_bytes", use.getUsed(), "area", area));
        text.metric("jvm_memory_committed_bytes", "gauge", "Memory that the system has given.");
        areas(memory)
                .forEach((area, use) -> text.sample("jvm_memory_committed_bytes", use.getCommitted(), "area", area));
        text.metric("jvm_threads_current", "gauge", "Platform threads.");
        text.sample("jvm_threads_current", ManagementFactory.getThreadMXBean().getThreadCount());
        return text;
    }

    private Map<String, ApiUsage> usage() {
        Map<String, ApiUsage> known = new TreeMap<>();
        orgs.list().forEach(each -> each.org()
                .connection()
                .apiUsage()
                .ifPresent(usage -> known.put(each.org().id(), usage)));
        return known;
    }

    private static Map<String, MemoryUsage> areas(MemoryMXBean memory) {
        return Map.of("heap", memory.getHeapMemoryUsage(), "nonheap", memory.getNonHeapMemoryUsage());
    }
}
