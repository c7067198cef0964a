package dev.orgbench.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orgbench.tools.salesforce.SalesforceBehaviours;
import dev.orgbench.tools.sources.BundledDefinitions;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever a server allows: what is listed can be called, and nothing else can. */
class ScopePropertyTest {
    private static final List<String> VERBS = List.of("upsert", "create_many", "merge");
    private static final List<String> TAGS = List.of("records", "metadata", "limits", "typed", "dragons");
    private static final List<String> OBJECTS = List.of("Account", "contact", "Dragon__c");

    private static final ScopedOrg ORG = new ScopedOrg();
    private static final List<MethodDefinition> METHODS =
            new Definitions(SalesforceBehaviours.all(), List.of(new BundledDefinitions("salesforce"))).methods();

    @AfterContainer
    static void stop() {
        ORG.close();
    }

    @Property(tries = 100)
    void whatIsListedCanBeFoundAndNothingElse(@ForAll long seed) {
        Terms terms = terms(new Random(seed), List.of());
        Set<String> listed = names(terms);

        for (MethodDefinition method : METHODS) {
            String name = method.toolName();
            assertThat(listed.contains(name)).as(name + " in " + terms).isEqualTo(isAllowed(method, terms));
            assertThat(ORG.catalogue().find(ORG.connection(), terms, name).isPresent())
                    .as(name + " in " + terms)
                    .isEqualTo(listed.contains(name));
        }
    }

    @Property(tries = 20)
    void toolsOfPinnedObjectsAreAsTheOthers(@ForAll long seed) {
        Terms terms = terms(new Random(seed), List.of("Account", "Contact", "Lead"));
        Set<String> listed = names(terms);

        for (String object : List.of("account", "contact", "lead")) {
            boolean writable = terms.scope().objects().mayWrite(object);
            for (Method method : List.of(Method.CREATE, Method.UPDATE)) {
                String name = method == Method.CREATE
                        ? "create_a_salesforce_" + object
                        : "update_a_salesforce_" + object + "_by_id";
                boolean allowed = writable && isAllowed(method, "", Set.of("typed", "records"), terms.scope());
                assertThat(listed.contains(name)).as(name + " in " + terms).isEqualTo(allowed);
                assertThat(ORG.catalogue().find(ORG.connection(), terms, name).isPresent())
                        .as(name + " in " + terms)
                        .isEqualTo(allowed);
            }
        }
    }

    private static boolean isAllowed(MethodDefinition method, Terms terms) {
        boolean asked = !method.tags().contains("chatgpt") || terms.searchAndFetch();
        boolean held = terms.scope().objects().equals(ObjectScope.ALL)
                || !method.toolName().equals("list_all_salesforce_tooling_query");
        // Whoever asks for search and fetch gets them whatever the tags are.
        Set<String> tags = method.tags().contains("chatgpt") ? terms.scope().tags() : method.tags();
        return asked && held && isAllowed(method.method(), method.verb(), tags, terms.scope());
    }

    private static boolean isAllowed(Method method, String verb, Set<String> tags, Scope scope) {
        boolean named = scope.methods().contains(method) || scope.verbs().contains(verb);
        boolean anyMethod = scope.methods().size() + scope.verbs().size() == 0;
        Set<String> shared = new HashSet<>(tags);
        shared.retainAll(scope.tags());
        return (named || anyMethod) && (!shared.isEmpty() || scope.tags().isEmpty());
    }

    private static Terms terms(Random random, List<String> pinned) {
        Scope scope = new Scope(
                some(List.of(Method.values()), random),
                some(VERBS, random),
                some(TAGS, random),
                ScopedOrg.objects(some(OBJECTS, random), some(OBJECTS, random)));
        return new Terms("mcp-test", scope, pinned, random.nextBoolean(), Terms.USUAL_BYTE_BUDGET);
    }

    /** Mostly none, or few: with many nearly all is allowed. */
    private static <T> Set<T> some(List<T> all, Random random) {
        return random.nextBoolean()
                ? Set.of()
                : all.stream().filter(each -> random.nextInt(3) == 0).collect(Collectors.toSet());
    }

    private static Set<String> names(Terms terms) {
        return ORG.catalogue().resolve(ORG.connection(), terms).stream()
                .map(Tool::name)
                .collect(Collectors.toSet());
    }
}
