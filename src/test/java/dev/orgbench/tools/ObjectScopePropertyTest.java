package dev.orgbench.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever is asked on a server for some objects: what touches these alone works, all else is not sent. */
class ObjectScopePropertyTest {
    private static final String QUERY = "list_all_salesforce_query";
    private static final List<String> OTHERS = List.of("Dragon__c", "Product2", "Campaign", "Order");

    private static final ScopedOrg ORG = new ScopedOrg();
    private static final DescribedOrg DESCRIBED = new DescribedOrg(ORG.demo());

    @AfterContainer
    static void stop() {
        ORG.close();
    }

    @Property(tries = 150)
    void aQueryWorksIfEveryObjectThatItReachesMayBeReadAndIsNotSentOtherwise(@ForAll long seed) {
        Random random = new Random(seed);
        ReachingQuery query = new ReachingQuery(random, DESCRIBED);
        String soql = query.text();
        Set<String> readable = around(query.reached(), random);
        boolean allowed = readable.containsAll(query.reached());

        ToolAnswer answer = ORG.call(
                ScopedOrg.objects(inAnyCase(readable, random), List.of()),
                QUERY,
                JsonNodeFactory.instance.objectNode().put("q", soql));

        if (allowed) {
            assertThat(answer).as(soql + "\n" + readable).isInstanceOf(ToolAnswer.Success.class);
        } else {
            assertThat(answer)
                    .as(soql + "\n" + readable)
                    .isInstanceOfSatisfying(ToolAnswer.Failure.class, failure -> assertThat(failure.code())
                            .isEqualTo("OBJECT_NOT_IN_SCOPE"));
            assertThat(ORG.beyondDescribes()).as(soql).isEmpty();
        }
    }

    /** Half the time all of {@code objects}, and others; else some are missing. */
    private static Set<String> around(Set<String> objects, Random random) {
        Set<String> around = new TreeSet<>(objects);
        if (random.nextBoolean()) {
            List<String> all = new ArrayList<>(objects);
            for (int i = random.nextInt(2); i >= 0; i--) {
                around.remove(all.get(random.nextInt(all.size())));
            }
        }
        // Without any name there would be no limit.
        around.add(OTHERS.get(random.nextInt(OTHERS.size())));
        return around;
    }

    private static List<String> inAnyCase(Set<String> names, Random random) {
        return names.stream()
                .map(name -> random.nextInt(4) == 0 ? name.toUpperCase(Locale.ROOT) : name)
                .toList();
    }
}
