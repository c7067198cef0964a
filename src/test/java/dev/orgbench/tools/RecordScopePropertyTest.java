package dev.orgbench.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.TestOrg;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** Random calls for records on servers of random objects to read and to write. */
class RecordScopePropertyTest {
    /** What a new record of each object needs. */
    private static final Map<String, String> NEEDED = Map.of(
            "Account", "{\"Name\":\"A\"}",
            "Contact", "{\"LastName\":\"A\"}",
            "Lead", "{\"LastName\":\"A\",\"Company\":\"B\"}",
            "Task", "{\"Subject\":\"A\"}",
            "Case", "{\"Subject\":\"A\"}");

    private static final List<String> OBJECTS = List.of("Account", "Contact", "Lead", "Task", "Case", "User", "Group");

    private static final ScopedOrg ORG = new ScopedOrg();

    @AfterContainer
    static void stop() {
        ORG.close();
    }

    /** A call, and which objects it must be allowed to read and to write. */
    private record Asked(String tool, ObjectNode arguments, Set<String> reads, Set<String> writes) {}

    @Property(tries = 150)
    void aCallWorksIfEveryObjectThatItTouchesIsTheServersAndIsNotSentOtherwise(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Asked asked = asked(random);
        Set<String> touched = new TreeSet<>(asked.reads());
        touched.addAll(asked.writes());
        Set<String> readable = some(random, touched);
        Set<String> writable = some(random, asked.writes());
        boolean allowed = readable.containsAll(touched) && writable.containsAll(asked.writes());

        ToolAnswer answer = ORG.call(ScopedOrg.objects(readable, writable), asked.tool(), asked.arguments());

        String all = asked + " on " + readable + " " + writable;
        if (allowed) {
            assertThat(answer).as(all).isInstanceOf(ToolAnswer.Success.class);
        } else {
            assertThat(answer).as(all).isInstanceOfSatisfying(ToolAnswer.Failure.class, failure -> assertThat(
                            failure.code())
                    .isEqualTo("OBJECT_NOT_IN_SCOPE"));
            assertThat(ORG.beyondDescribes()).as(all).isEmpty();
        }
    }

    private static Asked asked(Random random) throws IOException {
        String object = pick(random, new ArrayList<>(new TreeSet<>(NEEDED.keySet())));
        ObjectNode fields = FakeOrg.json(needed(object));
        ObjectNode arguments = JsonNodeFactory.instance.objectNode().put("object_name", object);
        Set<String> one = Set.of(object);
        return switch (random.nextInt(8)) {
            case 0 -> new Asked("create_a_salesforce_record", arguments.setAll(fields), Set.of(), one);
            case 1 -> {
                arguments.putArray("records").add(fields).add(fields);
                yield new Asked("create_many_salesforce_records", arguments, Set.of(), one);
            }
            case 2 -> {
                arguments.put("id", made(object)).set("fields", fields);
                yield new Asked("update_a_salesforce_record_by_id", arguments, Set.of(), one);
            }
            case 3 -> new Asked("delete_a_salesforce_record_by_id", arguments.put("id", made(object)), Set.of(), one);
            case 4 -> new Asked("get_single_salesforce_record_by_id", arguments.put("id", made(object)), one, Set.of());
            case 5 -> {
                arguments.removeAll();
                yield new Asked(
                        "get_single_salesforce_object_describe_by_id", arguments.put("id", object), one, Set.of());
            }
            case 6 -> {
                boolean tasks = random.nextBoolean() && !object.equals("Task");
                arguments.put("id", made(object)).put("relationship", tasks ? "Tasks" : "CreatedBy");
                yield new Asked(
                        "list_all_salesforce_related_records",
                        arguments,
                        Set.of(object, tasks ? "Task" : "User"),
                        Set.of());
            }
            default -> {
                // Tasks and events share their custom fields.
                Set<String> sharing = object.equals("Task") ? Set.of("Task", "Event") : one;
                yield new Asked("list_all_salesforce_custom_fields", arguments, sharing, Set.of());
            }
        };
    }

    private static String needed(String object) {
        return Objects.requireNonNull(NEEDED.get(object));
    }

    private static String made(String object) throws IOException {
        TestOrg.Reply reply = ORG.demo().post("sobjects/" + object, needed(object));
        return reply.id();
    }

    /** Often those that are needed; now and then one of them is missing. Never none, which would be no limit. */
    private static Set<String> some(Random random, Set<String> needed) {
        Set<String> some = new TreeSet<>(needed);
        some.addAll(Set.of("Dragon__c", pick(random, OBJECTS)));
        if (random.nextInt(3) == 0) {
            some.remove(pick(random, OBJECTS));
            needed.stream().skip(random.nextInt(needed.size() + 1)).findFirst().ifPresent(some::remove);
        }
        return some;
    }

    private static String pick(Random random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
