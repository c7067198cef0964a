package dev.orgbench.demo.soap.partner;

import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.soap.SoapApi;
import dev.orgbench.demo.soap.Xml;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /services/Soap/u} and {@code /services/Soap/c}: signing in, queries, records, descriptions. */
public final class PartnerApi {
    private static final String LOGIN = "login";

    private PartnerApi() {}

    public static SoapApi of(Org org, Dialect dialect) {
        SessionCalls sessions = new SessionCalls(org, dialect);
        QueryCalls queries = new QueryCalls(org, dialect);
        RecordCalls records = new RecordCalls(org, dialect);
        DescribeCalls describes = new DescribeCalls(org);
        Map<String, SoapApi.Operation> operations = Map.ofEntries(
                Map.entry(LOGIN, sessions::login),
                Map.entry("logout", sessions::logout),
                Map.entry("getUserInfo", sessions::userInfo),
                Map.entry("getServerTimestamp", sessions::serverTimestamp),
                Map.entry("query", call -> queries.query(call, false)),
                Map.entry("queryAll", call -> queries.query(call, true)),
                Map.entry("queryMore", queries::more),
                Map.entry("retrieve", queries::retrieve),
                Map.entry("create", records::create),
                Map.entry("update", records::update),
                Map.entry("upsert", records::upsert),
                Map.entry("delete", records::delete),
                Map.entry("undelete", records::undelete),
                Map.entry("describeGlobal", describes::global),
                Map.entry("describeSObject", describes::one),
                Map.entry("describeSObjects", describes::several));
        return new SoapApi(
                dialect.namespace(),
                dialect.recordNamespace(),
                dialect.faultNamespace(),
                operations,
                Set.of(LOGIN),
                call -> call.userId().isEmpty() ? Optional.empty() : Optional.of(limitInfo(org)));
    }

    /** How many of the day's requests are used. (SOAP API Developer Guide, "LimitInfoHeader".) */
    private static Xml limitInfo(Org org) {
        return Xml.parent(
                "LimitInfoHeader",
                Xml.parent(
                        "limitInfo",
                        Xml.of("current", org.limits().used()),
                        Xml.of("limit", org.limits().allowance().dailyRequests()),
                        Xml.of("type", "API REQUESTS")));
    }
}
