package dev.orgbench.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.salesforce.OrgConnection;
import dev.orgbench.salesforce.Salesforce;
import dev.orgbench.salesforce.SignIn;
import dev.orgbench.trace.Exchange;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** The tools on a demo org, for servers of different scopes, and what each call asks the org. */
final class ScopedOrg implements AutoCloseable {
    private static final Pattern DESCRIBE = Pattern.compile("GET /services/data/v62.0/sobjects(/[^/]+/describe)?");

    private final TestOrg demo = TestOrg.inMidMonth();
    private final OrgConnection org = new OrgConnection(
            "Demo org",
            demo.org().uri(),
            "62.0",
            new SignIn.PastedSession(demo.org().accessToken()),
            new OkHttpClient(),
            Clock.systemUTC());
    private final ToolCatalogue catalogue = FakeOrg.bundledCatalogue();
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    /** A scope of objects to read and to write; none is no limit. */
    static ObjectScope objects(Collection<String> readable, Collection<String> writable) {
        return new ObjectScope(new TreeSet<>(readable), new TreeSet<>(writable));
    }

    static Terms terms(ObjectScope objects) {
        return Terms.of(new Scope(Set.of(), Set.of(), Set.of(), objects));
    }

    ToolCatalogue catalogue() {
        return catalogue;
    }

    OrgConnection connection() {
        return org;
    }

    TestOrg demo() {
        return demo;
    }

    Salesforce salesforce() {
        return org.as(exchange -> {});
    }

    ToolAnswer call(ObjectScope objects, String tool, String arguments) {
        return call(objects, tool, FakeOrg.json(arguments));
    }

    ToolAnswer call(ObjectScope objects, String name, ObjectNode arguments) {
        exchanges.clear();
        Terms terms = terms(objects);
        Tool tool = catalogue.find(org, terms, name).orElseThrow();
        return catalogue.call(tool, arguments, org, terms, Work.of(exchanges::add));
    }

    ObjectNode success(ObjectScope objects, String tool, String arguments) {
        ToolAnswer answer = call(objects, tool, arguments);
        assertThat(answer).as(arguments).isInstanceOf(ToolAnswer.Success.class);
        return ((ToolAnswer.Success) answer).content();
    }

    /** A call that is refused, with nothing asked but describes. */
    ToolAnswer.Failure refusal(ObjectScope objects, String tool, String arguments) {
        ToolAnswer answer = call(objects, tool, arguments);
        assertThat(answer).as(arguments).isInstanceOf(ToolAnswer.Failure.class);
        assertThat(beyondDescribes()).as(arguments).isEmpty();
        return (ToolAnswer.Failure) answer;
    }

    /** What the last call asked the org. */
    List<String> asked() {
        return exchanges.stream()
                .map(each -> each.method() + " " + HttpUrl.get(each.url()).encodedPath())
                .toList();
    }

    /** What the last call asked the org beyond describes. */
    List<String> beyondDescribes() {
        return asked().stream()
                .filter(request -> !DESCRIBE.matcher(request).matches())
                .toList();
    }

    @Override
    public void close() {
        demo.close();
    }
}
