package dev.orgbench.demo.soap.metadata;

import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.soap.SoapApi;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /services/Soap/m}: the Metadata API, for custom objects, custom fields and validation rules. */
public final class MetadataApi {
    /** Of its operations, and of the files in a package. */
    static final String NAMESPACE = "http://soap.sforce.com/2006/04/metadata";

    private MetadataApi() {}

    public static SoapApi of(Org org) {
        MetadataJson json = new MetadataJson();
        Changes changes = new Changes(org, json);
        Components components = new Components(org, json);
        Listings listings = new Listings(org, components);
        ComponentCalls calls = new ComponentCalls(org, changes, components);
        DeployCalls deploys = new DeployCalls(org, changes);
        RetrieveCalls retrieves = new RetrieveCalls(org, components, listings);
        Map<String, SoapApi.Operation> operations = Map.ofEntries(
                Map.entry("describeMetadata", listings::describe),
                Map.entry("listMetadata", listings::list),
                Map.entry("readMetadata", calls::read),
                Map.entry("createMetadata", calls::create),
                Map.entry("updateMetadata", calls::update),
                Map.entry("upsertMetadata", calls::upsert),
                Map.entry("deleteMetadata", calls::delete),
                Map.entry("deploy", deploys::deploy),
                Map.entry("checkDeployStatus", deploys::status),
                Map.entry("cancelDeploy", deploys::cancel),
                Map.entry("retrieve", retrieves::retrieve),
                Map.entry("checkRetrieveStatus", retrieves::status));
        return new SoapApi(NAMESPACE, NAMESPACE, NAMESPACE, operations, Set.of(), _ -> Optional.empty());
    }
}
