package dev.orgbench.ui.kit.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.ui.kit.JsonText;
import java.math.BigDecimal;
import java.util.Random;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Any schema, any arguments: what goes into the form comes out of it, to the last digit, null and unknown member. */
@ExtendWith(ApplicationExtension.class)
class FormRoundTripTest {
    private static final String[] TYPES = {
        "string", "integer", "number", "boolean", "object", "array", "any", "enum", "oneOf"
    };
    private static final String[] TEXTS = {
        "", "x", "línea\nzwei", "日本語", "🙂", "שלום", "1.50", "null", "true", " a ", "\"quoted\""
    };
    private static final String[] NUMBERS = {
        "0", "-7", "1.10", "123456789012345678901234567890", "0.000000000000000000001", "1E+40"
    };

    @Start
    void start(Stage stage) {
        stage.setScene(new Scene(new SchemaForm(new FormModel(JsonText.NODES.objectNode())), 800, 600));
        stage.show();
    }

    @Test
    void showingArgumentsInTheFormNeverChangesThem(FxRobot robot) throws Exception {
        Random random = new Random(20260131);
        for (int i = 0; i < 60; i++) {
            ObjectNode schema = object(random, 3);
            ObjectNode arguments = (ObjectNode) value(random, schema, 3);
            arguments.putPOJO("unknown", null);
            arguments.set("unknown", random.nextBoolean() ? number(random) : JsonText.NODES.nullNode());
            String before = JsonText.compact(arguments);
            FormModel form = new FormModel(JsonText.parse(JsonText.compact(schema)));
            form.load(JsonText.parseObject(before));

            robot.interact(() -> {
                SchemaForm shown = new SchemaForm(form);
                robot.window(0).getScene().setRoot(shown);
                shown.applyCss();
                shown.layout();
            });
            String afterForm = JsonText.compact(form.arguments());
            robot.interact(() -> form.switchTo(true));
            String raw = JsonText.compact(JsonText.parse(form.rawText()));

            assertThat(afterForm).as("schema %s", schema).isEqualTo(before);
            assertThat(raw).as("schema %s", schema).isEqualTo(before);
        }
    }

    @Test
    void everyChangeThereAndBackIsNone() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            ObjectNode schema = object(random, 3);
            ObjectNode arguments = (ObjectNode) value(random, schema, 3);
            FormModel form = new FormModel(schema);
            form.load(arguments);
            String before = JsonText.compact(arguments);
            touchAll(form, form.arguments(), JsonPointer.empty());

            assertThat(JsonText.compact(form.arguments())).isEqualTo(before);
            FormModel next = new FormModel(schema);
            next.restore(Written.of(form.written().text()));
            assertThat(JsonText.compact(next.arguments())).isEqualTo(before);
        }
    }

    /** Writes each value as a field would, from the text that it would show. */
    private static void touchAll(FormModel form, JsonNode node, JsonPointer at) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                touchAll(form, node.get(i), at.appendIndex(i));
            }
        } else if (node.isObject()) {
            node.properties().forEach(member -> touchAll(form, member.getValue(), at.appendProperty(member.getKey())));
        } else if (node.isNumber()) {
            form.put(at, FieldText.number(FieldText.shown(node)).orElseThrow());
        } else if (node.isTextual()) {
            form.put(at, JsonText.NODES.textNode("other"));
            form.put(at, JsonText.NODES.textNode(FieldText.shown(node)));
        }
    }

    private static ObjectNode object(Random random, int depth) {
        ObjectNode schema = JsonText.NODES.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            properties.set("p" + i, schema(random, depth - 1));
        }
        if (random.nextInt(3) == 0) {
            schema.set(
                    "additionalProperties",
                    random.nextBoolean() ? schema(random, depth - 1) : JsonText.NODES.booleanNode(true));
        }
        return schema;
    }

    private static ObjectNode schema(Random random, int depth) {
        ObjectNode schema = JsonText.NODES.objectNode();
        String type = TYPES[random.nextInt(depth <= 0 ? 4 : TYPES.length)];
        switch (type) {
            case "object" -> schema.setAll(object(random, depth));
            case "array" -> schema.put("type", "array").set("items", schema(random, depth - 1));
            case "any" -> schema.put("description", "anything");
            case "enum" -> schema.putArray("enum").add("a").add(1).add(true).addNull();
            case "oneOf" ->
                schema.putArray("oneOf").add(schema(random, depth - 1)).add(schema(random, depth - 1));
            default -> {
                if (random.nextInt(3) == 0) {
                    schema.putArray("type").add(type).add("null");
                } else {
                    schema.put("type", type);
                }
            }
        }
        return schema;
    }

    /** Mostly what the schema asks for; now and then anything. */
    private static JsonNode value(Random random, JsonNode schema, int depth) {
        String type = schema.path("type").asText(schema.path("type").path(0).asText(""));
        if (type.equals("object")) {
            ObjectNode object = JsonText.NODES.objectNode();
            schema.path("properties").properties().forEach(property -> {
                if (random.nextInt(4) > 0) {
                    object.set(property.getKey(), value(random, property.getValue(), depth - 1));
                }
            });
            if (random.nextBoolean()) {
                object.set("extra/~" + random.nextInt(9), number(random));
            }
            return object;
        }
        return switch (random.nextInt(8) == 0 ? "" : type) {
            case "string" -> JsonText.NODES.textNode(TEXTS[random.nextInt(TEXTS.length)]);
            case "integer", "number" -> number(random);
            case "boolean" -> JsonText.NODES.booleanNode(random.nextBoolean());
            case "array" -> list(random, schema.path("items"), depth);
            default ->
                random.nextBoolean()
                        ? JsonText.NODES.nullNode()
                        : JsonText.NODES.textNode(TEXTS[random.nextInt(TEXTS.length)]);
        };
    }

    private static ArrayNode list(Random random, JsonNode items, int depth) {
        ArrayNode list = JsonText.NODES.arrayNode();
        for (int i = random.nextInt(3); i > 0; i--) {
            list.add(value(random, items, depth - 1));
        }
        return list;
    }

    private static JsonNode number(Random random) {
        return JsonText.NODES.numberNode(new BigDecimal(NUMBERS[random.nextInt(NUMBERS.length)]));
    }
}
