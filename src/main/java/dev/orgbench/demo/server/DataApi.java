package dev.orgbench.demo.server;

import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.ApiRequest;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.api.Dispatch;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.api.Resource;
import dev.orgbench.demo.bulk.BulkJobs;
import dev.orgbench.demo.bulk.JobsResource;
import dev.orgbench.demo.composite.CompositeResource;
import dev.orgbench.demo.rest.LimitsResource;
import dev.orgbench.demo.rest.QueryResource;
import dev.orgbench.demo.rest.RecentResource;
import dev.orgbench.demo.rest.SObjectsResource;
import dev.orgbench.demo.search.SearchResource;
import dev.orgbench.demo.tooling.ToolingResource;
import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Everything under {@code /services/data/vXX.0}: which family of resources answers which path. */
final class DataApi implements Dispatch {
    private final VersionsResource versions;
    private final Map<String, Resource> families;

    DataApi(Org org, BulkJobs jobs) {
        this.versions = new VersionsResource(org.identity());
        this.families = Map.ofEntries(
                Map.entry("sobjects", new SObjectsResource(org)),
                Map.entry("query", new QueryResource(org.file(), org.queries(), false)),
                Map.entry("queryall", new QueryResource(org.file(), org.queries(), true)),
                Map.entry("composite", new CompositeResource(org, (request, userId) -> answer(request, userId))),
                Map.entry("limits", new LimitsResource(org)),
                Map.entry("search", SearchResource.sosl(org)),
                Map.entry("parameterizedsearch", SearchResource.parameterized(org)),
                Map.entry("jobs", new JobsResource(jobs)),
                Map.entry("recent", new RecentResource(org)),
                Map.entry("tooling", new ToolingResource(org, (request, userId) -> answer(request, userId))));
    }

    /** Whether {@code path} lies under a version. */
    static boolean takes(List<String> path) {
        return path.size() >= 3 && isRoot(path.subList(0, 2));
    }

    /** Whether {@code path} is {@code /services/data}, which lists the versions and asks for no session. */
    static boolean isRoot(List<String> path) {
        return path.equals(List.of("services", "data"));
    }

    Answer versions() {
        return versions.list();
    }

    /** Whether there is the version that {@code path} names. */
    boolean hasVersion(List<String> path) {
        return versions.normal(path.get(2)).isPresent();
    }

    @Override
    public Answer answer(ApiRequest request, String userId) throws ApiError, SQLException, IOException {
        List<String> path = Paths.decoded(request.path());
        if (!takes(path)) {
            throw ApiError.notFound();
        }
        String base = "/services/data/v" + versions.normal(path.get(2)).orElseThrow(ApiError::notFound);
        if (path.size() == 3) {
            return versions.resources(base, request.instanceUrl());
        }
        Resource family = families.get(path.get(3).toLowerCase(Locale.ROOT));
        if (family == null) {
            throw ApiError.notFound();
        }
        return family.handle(new Call(request, base, path.subList(4, path.size()), userId));
    }
}
