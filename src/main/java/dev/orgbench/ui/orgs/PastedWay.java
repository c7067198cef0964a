package dev.orgbench.ui.orgs;

import dev.orgbench.orgs.ConnectedOrg;
import dev.orgbench.orgs.OrgAddress;
import dev.orgbench.orgs.Orgs;
import dev.orgbench.salesforce.SignIn;
import dev.orgbench.ui.kit.Background;
import dev.orgbench.ui.kit.Memory;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/** A session that another program is signed in with: an address and an access token, pasted. */
final class PastedWay implements ConnectWay {
    private static final String ADDRESS = "orgs.pasted-address";

    /** In the address of {@code /secur/frontdoor.jsp}, which programs open to sign a browser in. */
    private static final Pattern SESSION_IN_ADDRESS = Pattern.compile("[?&]sid=([^&#\\s]+)");

    private final Orgs orgs;
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty session = new SimpleStringProperty("");
    private final ObservableValue<String> addressProblem = address.map(PastedWay::addressProblem);
    private final ObservableValue<String> target = address.map(PastedWay::target);
    private final ObservableValue<String> sessionProblem = session.map(PastedWay::sessionProblem);
    private final BooleanBinding ready;

    PastedWay(Orgs orgs, Memory memory) {
        this.orgs = orgs;
        address.set(memory.get(ADDRESS).orElse(""));
        address.addListener((property, before, now) -> {
            // As it is read: what was pasted may hold a session.
            if (OrgAddress.read(now) instanceof OrgAddress.Good(URI uri)) {
                memory.put(ADDRESS, uri.toString());
            }
        });
        ready = Bindings.createBooleanBinding(this::isReady, address, session);
    }

    StringProperty addressProperty() {
        return address;
    }

    StringProperty sessionProperty() {
        return session;
    }

    /** What is wrong with the address as far as it is typed; empty for nothing, also while there is nothing. */
    ObservableValue<String> addressProblemProperty() {
        return addressProblem;
    }

    /** Where the requests will go to, where that is not what was typed; else empty. */
    ObservableValue<String> targetProperty() {
        return target;
    }

    /** What is wrong with the session as far as it is typed; empty for nothing, also while there is nothing. */
    ObservableValue<String> sessionProblemProperty() {
        return sessionProblem;
    }

    /** Takes a session out of a pasted address and puts it where it belongs; a secret does not stay in plain sight. */
    void takeSessionFromAddress() {
        Matcher found = SESSION_IN_ADDRESS.matcher(address.get());
        if (found.find()) {
            session.set(decoded(found.group(1)));
            address.set(address.get().substring(0, found.start()));
        }
    }

    @Override
    public String name() {
        return "Paste a session";
    }

    @Override
    public String verb() {
        return "Connect";
    }

    @Override
    public ObservableBooleanValue ready() {
        return ready;
    }

    @Override
    public Background.Work<ConnectedOrg> attempt(Report report) {
        if (!(OrgAddress.read(address.get()) instanceof OrgAddress.Good(URI uri))) {
            throw new IllegalStateException("not ready");
        }
        String token = token(session.get());
        return () -> {
            report.doing("Ask " + uri.getAuthority() + " what it is");
            return orgs.add(uri, new SignIn.PastedSession(token));
        };
    }

    private boolean isReady() {
        return OrgAddress.read(address.get()) instanceof OrgAddress.Good
                && !token(session.get()).isEmpty()
                && sessionProblem(session.get()).isEmpty();
    }

    private static String addressProblem(String typed) {
        return !typed.isBlank() && OrgAddress.read(typed) instanceof OrgAddress.Bad(var why) ? why : "";
    }

    private static String target(String typed) {
        return OrgAddress.read(typed) instanceof OrgAddress.Good(URI uri)
                        && !uri.toString().equals(typed.strip())
                ? "Orgbench will talk to " + uri
                : "";
    }

    private static String sessionProblem(String typed) {
        String token = token(typed);
        if (token.startsWith("force://")) {
            return "This is an SFDX auth URL. Paste the access token itself.";
        }
        return token.chars().anyMatch(c -> c <= ' ' || c > '~') ? "A session id is one word of plain letters." : "";
    }

    /** Without the word that stands before it in a header. */
    private static String token(String typed) {
        String text = typed.strip();
        return text.regionMatches(true, 0, "Bearer ", 0, 7) ? text.substring(7).strip() : text;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
