package dev.orgbench.demo.tooling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.TestOrg;
import dev.orgbench.demo.TestOrg.Reply;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each type of custom field with the fewest keys that make one: what describe says of it, and that no key may miss. */
class FieldTypesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIELDS = "tooling/sobjects/CustomField";
    private static final String VALUES =
            "'valueSet':{'valueSetDefinition':{'value':[{'fullName':'A','label':'A'},{'fullName':'B','label':'B'}]}}";

    @AutoClose
    private static final TestOrg org = TestOrg.inMidMonth();

    private static int made;

    static Stream<Arguments> types() {
        return Stream.of(
                type(
                        "Text",
                        "'length':40",
                        "type=string length=40 byteLength=120 filterable=true sortable=true groupable=true updateable=true nillable=true",
                        "length"),
                type("TextArea", "", "type=textarea length=255 extraTypeInfo=plaintextarea", ""),
                type(
                        "LongTextArea",
                        "'length':1000,'visibleLines':3",
                        "type=textarea length=1000 extraTypeInfo=plaintextarea filterable=false sortable=false groupable=false",
                        "length visibleLines"),
                type(
                        "Html",
                        "'length':1000,'visibleLines':10",
                        "type=textarea extraTypeInfo=richtextarea htmlFormatted=true filterable=false",
                        "length visibleLines"),
                type(
                        "Number",
                        "'precision':8,'scale':2",
                        "type=double soapType=xsd:double precision=8 scale=2 length=0 groupable=false",
                        "precision scale"),
                type(
                        "Currency",
                        "'precision':8,'scale':2",
                        "type=currency soapType=xsd:double precision=8 scale=2",
                        "precision scale"),
                type("Percent", "'precision':8,'scale':2", "type=percent precision=8 scale=2", "precision scale"),
                type(
                        "Checkbox",
                        "'defaultValue':false",
                        "type=boolean soapType=xsd:boolean nillable=false defaultedOnCreate=true defaultValue=false",
                        "defaultValue"),
                type("Date", "", "type=date soapType=xsd:date", ""),
                type("DateTime", "", "type=datetime soapType=xsd:dateTime groupable=false", ""),
                type("Time", "", "type=time soapType=xsd:time", ""),
                type("Email", "", "type=email length=80", ""),
                type("Phone", "", "type=phone length=40", ""),
                type("Url", "", "type=url length=255", ""),
                type("Picklist", VALUES, "type=picklist restrictedPicklist=false", "valueSet"),
                type(
                        "MultiselectPicklist",
                        "'visibleLines':4," + VALUES,
                        "type=multipicklist groupable=false sortable=false",
                        "valueSet visibleLines"),
                type(
                        "EncryptedText",
                        "'length':20,'maskType':'lastFour','maskChar':'X'",
                        "type=encryptedstring encrypted=true mask=X maskType=lastFour filterable=false sortable=false groupable=false",
                        "length maskType maskChar"),
                type(
                        "Location",
                        "'scale':5,'displayLocationInDecimal':true",
                        "type=location displayLocationInDecimal=true",
                        "scale"),
                type(
                        "Lookup",
                        "'referenceTo':'Contact','relationshipName':'Rel#'",
                        "type=reference soapType=tns:ID length=18 nillable=true",
                        "referenceTo relationshipName"),
                type(
                        "AutoNumber",
                        "'displayFormat':'N-{000}','startingNumber':1",
                        "type=string autoNumber=true createable=false updateable=false",
                        "displayFormat"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void isDescribedAndNeedsEachOfItsKeys(String type, String keys, String described, String required)
            throws IOException {
        String name = "F" + made++ + "__c";
        String text = "{'label':'L','type':'" + type + "'" + (keys.isEmpty() ? "" : "," + keys) + "}";
        ObjectNode metadata = (ObjectNode) JSON.readTree(text.replace('\'', '"').replace("#", String.valueOf(made)));
        for (String key : (required + " label").strip().split(" ", -1)) {
            ObjectNode less = metadata.deepCopy().without(key);
            assertThat(make("Campaign.G" + made + "__c", less).error())
                    .isEqualTo("400 FIELD_INTEGRITY_EXCEPTION: Must specify '" + key + "' for a CustomField of type "
                            + type);
        }
        Reply reply = make("Campaign." + name, metadata);
        assertThat(reply.status()).as(reply.error()).isEqualTo(201);

        JsonNode field = described(name);
        for (String attribute : described.split(" ", -1)) {
            String[] pair = attribute.split("=", 2);
            assertThat(field.path(pair[0]).asText()).as(type + "." + pair[0]).isEqualTo(pair[1]);
        }
        JsonNode row = org.get(FIELDS + "/" + reply.id()).body();
        assertThat(row.path("Metadata").path("type").asText()).isEqualTo(type);
        assertThat(org.patch(FIELDS + "/" + reply.id(), "{\"Metadata\":" + row.path("Metadata") + "}")
                        .status())
                .isEqualTo(204);
        assertThat(org.delete(FIELDS + "/" + reply.id()).status()).isEqualTo(204);
        assertThat(org.query("SELECT " + name + " FROM Campaign").error()).startsWith("400 INVALID_FIELD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ExternalLookup", "IndirectLookup", "MetadataRelationship", "Address", "File"})
    void refusesTypesThatItDoesNotMake(String type) throws IOException {
        ObjectNode metadata = JSON.createObjectNode().put("label", "L").put("type", type);
        assertThat(make("Campaign.No__c", metadata).error())
                .startsWith("400 FIELD_INTEGRITY_EXCEPTION: This demo org does not make fields of type " + type);
    }

    @Test
    void whatIsEncryptedIsKeptAndNotLookedFor() throws IOException {
        ObjectNode metadata = JSON.createObjectNode().put("label", "Secret").put("type", "EncryptedText");
        metadata.put("length", 20).put("maskType", "all").put("maskChar", "asterisk");
        assertThat(make("Contact.Secret__c", metadata).status()).isEqualTo(201);
        String id = org.post("sobjects/Contact", "{\"LastName\":\"Keeper\",\"Secret__c\":\"1234\"}")
                .id();
        assertThat(org.get("sobjects/Contact/" + id + "?fields=Secret__c")
                        .body()
                        .path("Secret__c")
                        .asText())
                .isEqualTo("1234");
        assertThat(org.query("SELECT Id FROM Contact WHERE Secret__c = '1234'").error())
                .startsWith("400 INVALID_FIELD");
        metadata.put("maskChar", "#");
        assertThat(make("Contact.Other__c", metadata).error())
                .isEqualTo(
                        "400 FIELD_INTEGRITY_EXCEPTION: Invalid 'maskChar' for a CustomField of type EncryptedText: '#' is not one of asterisk, X");
    }

    private static Reply make(String fullName, ObjectNode metadata) throws IOException {
        return org.post(FIELDS, "{\"FullName\":\"" + fullName + "\",\"Metadata\":" + metadata + "}");
    }

    private static JsonNode described(String name) throws IOException {
        for (JsonNode field : org.get("sobjects/Campaign/describe").body().path("fields")) {
            if (field.path("name").asText().equals(name)) {
                return field;
            }
        }
        throw new AssertionError("There is no " + name);
    }

    private static Arguments type(String type, String keys, String described, String required) {
        return Arguments.of(type, keys, described, required);
    }
}
