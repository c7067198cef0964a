package dev.orgbench.demo.soap.metadata;

import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.soap.SoapApi;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /services/Soap/m}: the Metadata API, for custom objects and custom fields. */
public final class MetadataApi {
    /** Of its operations, and of the files in a package. */
    static final String NAMESPACE = "http://soap.sforce.com/2006/04/metadata";

    private MetadataApi() {}

    public static SoapApi of(Org org) {
        MetadataJson json = new MetadataJson();
        Changes changes = new Changes(org, json);
        Definitions definitions = new Definitions(org, json);
        Listings listings = new Listings(org, definitions);
        ComponentCalls components = new ComponentCalls(org, changes, definitions);
        DeployCalls deploys = new DeployCalls(org, changes);
        RetrieveCalls retrieves = new RetrieveCalls(org, definitions, listings);
        Map<String, SoapApi.Operation> operations = Map.ofEntries(
                Map.entry("describeMetadata", listings::describe),
                Map.entry("listMetadata", listings::list),
                Map.entry("readMetadata", components::read),
                Map.entry("createMetadata", components::create),
                Map.entry("updateMetadata", components::update),
                Map.entry("upsertMetadata", components::upsert),
                Map.entry("deleteMetadata", components::delete),
                Map.entry("deploy", deploys::deploy),
                Map.entry("checkDeployStatus", deploys::status),
                Map.entry("cancelDeploy", deploys::cancel),
                Map.entry("retrieve", retrieves::retrieve),
                Map.entry("checkRetrieveStatus", retrieves::status));
        return new SoapApi(NAMESPACE, NAMESPACE, NAMESPACE, operations, Set.of(), _ -> Optional.empty());
    }
}
