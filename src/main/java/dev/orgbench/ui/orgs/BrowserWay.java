package dev.orgbench.ui.orgs;

import dev.orgbench.orgs.BrowserSignIns;
import dev.orgbench.orgs.ConnectedOrg;
import dev.orgbench.orgs.LoginHost;
import dev.orgbench.orgs.OrgAddress;
import dev.orgbench.orgs.Orgs;
import dev.orgbench.salesforce.WebServerFlow;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Browser;
import dev.orgbench.ui.kit.Memory;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/** Signing in by the person's own browser, with an app of their own in Salesforce. */
final class BrowserWay implements ConnectWay {
    private static final String CLIENT_ID = "orgs.client-id";
    private static final String DOMAIN = "orgs.my-domain";

    private final Orgs orgs;
    private final BrowserSignIns signIns;
    private final Browser browser;
    private final DemoControls demo;
    private final ObjectProperty<Host> host = new SimpleObjectProperty<>(Host.PRODUCTION);
    private final StringProperty domain = new SimpleStringProperty("");
    private final StringProperty clientId = new SimpleStringProperty("");
    private final ObservableValue<String> domainProblem = domain.map(BrowserWay::domainProblem);
    private final ObservableValue<String> clientIdProblem = clientId.map(BrowserWay::clientIdProblem);
    private final BooleanBinding ready;

    BrowserWay(Orgs orgs, BrowserSignIns signIns, Browser browser, Memory memory, DemoControls demo) {
        this.orgs = orgs;
        this.signIns = signIns;
        this.browser = browser;
        this.demo = demo;
        domain.set(memory.get(DOMAIN).orElse(""));
        domain.addListener((property, before, now) -> memory.put(DOMAIN, now.strip()));
        clientId.set(memory.get(CLIENT_ID).orElse(""));
        clientId.addListener((property, before, now) -> memory.put(CLIENT_ID, now.strip()));
        ready = Bindings.createBooleanBinding(this::isReady, host, domain, clientId);
    }

    /** Where one signs in. */
    enum Host {
        PRODUCTION("Production"),
        SANDBOX("Sandbox"),
        MY_DOMAIN("My Domain"),
        DEMO("Demo org");

        private final String words;

        Host(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    ObjectProperty<Host> hostProperty() {
        return host;
    }

    StringProperty domainProperty() {
        return domain;
    }

    StringProperty clientIdProperty() {
        return clientId;
    }

    /** What is wrong with the domain as far as it is typed; empty for nothing, also while there is nothing. */
    ObservableValue<String> domainProblemProperty() {
        return domainProblem;
    }

    /** What is wrong with the consumer key as far as it is typed; empty for nothing, also while there is nothing. */
    ObservableValue<String> clientIdProblemProperty() {
        return clientIdProblem;
    }

    /** The page that would be opened, without its parameters; empty while that is not known. */
    String hostName() {
        return loginHost().map(login -> login.uri().getAuthority()).orElse("");
    }

    /** Begins with where an org was signed in to: its own page takes whoever may use it. */
    void prefill(URI instanceUrl) {
        if (instanceUrl.equals(demo.loginHost())) {
            host.set(Host.DEMO);
        } else {
            host.set(Host.MY_DOMAIN);
            domain.set(instanceUrl.toString());
        }
    }

    @Override
    public String name() {
        return "Sign in by browser";
    }

    @Override
    public String verb() {
        return "Open the browser";
    }

    @Override
    public ObservableBooleanValue ready() {
        return ready;
    }

    @Override
    public Background.Work<ConnectedOrg> attempt(Report report) {
        LoginHost login = loginHost().orElseThrow();
        String key = host.get() == Host.DEMO ? demo.clientId() : clientId.get().strip();
        return () -> signIn(login, key, report);
    }

    private ConnectedOrg signIn(LoginHost login, String key, Report report) throws Exception {
        report.doing("Listen for the browser's answer");
        try (BrowserSignIns.Pending pending = signIns.begin(login, key)) {
            report.doing("Open " + login.uri().getAuthority() + " in the browser");
            report.page(pending.address());
            try {
                browser.open(pending.address());
            } catch (IOException e) {
                report.note("No browser opened. Copy the address, and open it yourself.");
            }
            report.doing("Wait until you allow access there");
            String code = pending.awaitCode();
            report.doing("Exchange the code for a session");
            WebServerFlow.Granted granted = pending.exchange(code);
            if (granted.signIn().refreshToken().isEmpty()) {
                report.note("The app gave no refresh token: you will have to sign in again when the session ends.");
            }
            report.doing("Ask the org what it is");
            return orgs.add(granted.instanceUrl(), granted.signIn());
        }
    }

    private Optional<LoginHost> loginHost() {
        return switch (host.get()) {
            case PRODUCTION -> Optional.of(LoginHost.PRODUCTION);
            case SANDBOX -> Optional.of(LoginHost.SANDBOX);
            case DEMO -> Optional.of(new LoginHost(demo.loginHost()));
            case MY_DOMAIN ->
                OrgAddress.read(domain.get()) instanceof OrgAddress.Good(var uri)
                        ? Optional.of(new LoginHost(uri))
                        : Optional.empty();
        };
    }

    private boolean isReady() {
        boolean keyed = host.get() == Host.DEMO
                || (!clientId.get().isBlank() && clientIdProblem(clientId.get()).isEmpty());
        return keyed && loginHost().isPresent();
    }

    private static String domainProblem(String typed) {
        return !typed.isBlank() && OrgAddress.read(typed) instanceof OrgAddress.Bad(var why) ? why : "";
    }

    private static String clientIdProblem(String typed) {
        return typed.strip().chars().anyMatch(c -> c <= ' ' || c > '~')
                ? "A consumer key is one word of plain letters, digits, dots and underscores."
                : "";
    }
}
