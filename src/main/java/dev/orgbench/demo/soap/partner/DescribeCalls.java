package dev.orgbench.demo.soap.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.rest.DescribeJson;
import dev.orgbench.demo.schema.SObject;
import dev.orgbench.demo.schema.Schema;
import dev.orgbench.demo.soap.SoapCall;
import dev.orgbench.demo.soap.SoapFault;
import dev.orgbench.demo.soap.Xml;
import dev.orgbench.demo.wire.ApiError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code describeGlobal}, {@code describeSObject}, {@code describeSObjects}: what REST tells, in the WSDL's order. */
final class DescribeCalls {
    private static final int MOST_AT_ONCE = 100;

    /** Attributes that REST tells and the WSDL does not have. */
    private static final Set<String> ONLY_IN_REST = Set.of(
            "urls", "sobjectDescribeOption", "extendedBy", "extendsInterfaces", "actionOverrides", "namedLayoutInfos");

    /** The WSDL gives these a place even where they have no value. */
    private static final Set<String> NILLABLE = Set.of("keyPrefix");

    /** The one attribute that must say itself what it is. */
    private static final String OF_ANY_TYPE = "defaultValue";

    private final Org org;

    DescribeCalls(Org org) {
        this.org = org;
    }

    List<Xml> global(SoapCall call) {
        DescribeJson json = new DescribeJson(call.base());
        List<Xml> parts = new ArrayList<>();
        parts.add(Xml.of("encoding", "UTF-8"));
        parts.add(Xml.of("maxBatchSize", 200));
        for (SObject object : org.catalogue().schema().objects()) {
            parts.add(Xml.parent("sobjects", parts(json.summary(object))));
        }
        return List.of(Xml.parent("result", parts));
    }

    List<Xml> one(SoapCall call) throws ApiError {
        return List.of(described(call, call.operation().textOf("sObjectType")));
    }

    List<Xml> several(SoapCall call) throws SoapFault, ApiError {
        List<Xml> wanted = call.operation().children("sObjectType");
        if (wanted.size() > MOST_AT_ONCE) {
            throw SoapFault.of("EXCEEDED_MAX_TYPES_LIMIT", "can not describe more than " + MOST_AT_ONCE + " types");
        }
        List<Xml> results = new ArrayList<>();
        for (Xml name : wanted) {
            results.add(described(call, name.text().strip()));
        }
        return results;
    }

    private Xml described(SoapCall call, String name) throws ApiError {
        Schema schema = org.catalogue().schema();
        SObject object = schema.object(name).orElseThrow(() -> ApiError.noSuchType(name));
        return Xml.parent("result", parts(new DescribeJson(call.base()).describe(schema, object)));
    }

    /** The attributes of a JSON object by the alphabet: lists repeat their element, and what has no value is left out. */
    private static List<Xml> parts(ObjectNode json) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        json.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        List<Xml> parts = new ArrayList<>();
        sorted.forEach((name, value) -> {
            if (!ONLY_IN_REST.contains(name)) {
                for (JsonNode one : value.isArray() ? value : List.of(value)) {
                    part(name, one, parts);
                }
            }
        });
        return parts;
    }

    private static void part(String name, JsonNode value, List<Xml> parts) {
        if (value instanceof ObjectNode object) {
            parts.add(Xml.parent(name, parts(object)));
        } else if (!value.isNull()) {
            Xml part = Xml.of(name, value.asText());
            parts.add(
                    name.equals(OF_ANY_TYPE)
                            ? part.with("xsi:type", value.isBoolean() ? "xsd:boolean" : "xsd:string")
                            : part);
        } else if (NILLABLE.contains(name)) {
            parts.add(Xml.nil(name));
        }
    }
}
