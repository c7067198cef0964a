package dev.orgbench.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.salesforce.ApiUsage;
import dev.orgbench.salesforce.OrgRequest;
import dev.orgbench.salesforce.Salesforce;
import dev.orgbench.salesforce.SalesforceException;
import java.net.URI;
import java.util.Optional;

/** An org's API. */
record OrgApi(Salesforce salesforce) implements Api {
    @Override
    public String called() {
        return "the org";
    }

    @Override
    public URI address() {
        return salesforce.org().instanceUrl();
    }

    @Override
    public String version() {
        return salesforce.org().apiVersion();
    }

    @Override
    public JsonNode send(OrgRequest request) throws SalesforceException {
        return salesforce.send(request);
    }

    @Override
    public Optional<ApiUsage> usage() {
        return salesforce.org().apiUsage();
    }
}
