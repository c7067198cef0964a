package dev.orgbench.demo.server;

import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.api.Endpoint;
import dev.orgbench.demo.api.Errors;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.bulk.BulkJobs;
import dev.orgbench.demo.limits.Limits;
import dev.orgbench.demo.signin.SignIn;
import dev.orgbench.demo.soap.ApexApi;
import dev.orgbench.demo.soap.SoapApi;
import dev.orgbench.demo.soap.SoapEndpoint;
import dev.orgbench.demo.soap.metadata.MetadataApi;
import dev.orgbench.demo.soap.partner.Dialect;
import dev.orgbench.demo.soap.partner.PartnerApi;
import dev.orgbench.demo.trouble.RequestLog;
import dev.orgbench.demo.trouble.Strike;
import dev.orgbench.demo.trouble.Troubles;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.http.HttpHandler;
import dev.orgbench.http.HttpRequest;
import dev.orgbench.http.HttpResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The org's door: every path that it answers, and every error in Salesforce's form. */
public final class OrgHandler implements HttpHandler {
    private final Org org;
    private final Troubles troubles;
    private final RequestLog log;
    private final Endpoint control;
    private final SignIn signIn;
    private final DataApi data;
    private final List<Endpoint> endpoints;

    /**
     * @param control answers what no Salesforce has; it is not logged, and nothing goes wrong there
     * @param folder where the org's file is
     */
    public OrgHandler(Org org, BulkJobs jobs, Troubles troubles, RequestLog log, Endpoint control, Path folder) {
        this.org = org;
        this.troubles = troubles;
        this.log = log;
        this.control = control;
        this.signIn = new SignIn(org, folder);
        this.data = new DataApi(org, jobs);
        this.endpoints = List.of(signIn, new SoapEndpoint(org, soapApis(org)));
    }

    private static Map<String, SoapApi> soapApis(Org org) {
        return Map.of(
                Dialect.PARTNER.letter(),
                PartnerApi.of(org, Dialect.PARTNER),
                Dialect.ENTERPRISE.letter(),
                PartnerApi.of(org, Dialect.ENTERPRISE),
                "m",
                MetadataApi.of(org),
                "s",
                ApexApi.make());
    }

    @Override
    public void handle(HttpRequest request, HttpResponse response) throws IOException {
        List<String> path = Paths.segments(request.path());
        if (control.takes(path)) {
            Answer answer = Errors.answer(what(request), () -> control.handle(request, path));
            Delivery.send(request, response, answer, Strike.NONE);
            return;
        }
        Instant began = org.clock().instant();
        long nanos = System.nanoTime();
        Strike strike = troubles.strike(request.method(), Paths.joined(path));
        int status = 0;
        try {
            Answer answer = answer(request, path, strike);
            Delivery.send(request, response, answer, strike);
            status = answer.status();
        } finally {
            log.add(new RequestLog.Entry(
                    began,
                    request.method(),
                    Paths.joined(path),
                    status,
                    Duration.ofNanos(System.nanoTime() - nanos),
                    strike.rules()));
        }
    }

    private Answer answer(HttpRequest request, List<String> path, Strike strike) throws IOException {
        if (!DataApi.takes(path)) {
            return Errors.answer(what(request), () -> other(request, path, strike));
        }
        Answer answer = Errors.answer(what(request), () -> data(request, path, strike));
        return answer.with("Sforce-Limit-Info", org.limits().info(signIn.app(request)));
    }

    private Answer other(HttpRequest request, List<String> path, Strike strike)
            throws ApiError, SQLException, IOException {
        Formats.requireShortHead(request);
        Optional<Endpoint> endpoint =
                endpoints.stream().filter(each -> each.takes(path)).findFirst();
        try {
            strike.refuse(Paths.joined(path));
        } catch (ApiError e) {
            if (endpoint.isPresent()) {
                return endpoint.get().refused(e, path);
            }
            throw e;
        }
        strike.pause();
        if (DataApi.isRoot(path)) {
            new Call(new HttpApiRequest(request, Paths.joined(path)), "", List.of(), "").requireGet();
            return data.versions();
        }
        return endpoint.orElseThrow(ApiError::notFound).handle(request, path);
    }

    private Answer data(HttpRequest http, List<String> path, Strike strike) throws ApiError, SQLException, IOException {
        Formats.requireShortHead(http);
        if (!data.hasVersion(path)) {
            throw ApiError.notFound();
        }
        String userId = signIn.user(http);
        // Before it is counted: Salesforce counts what it lets in.
        strike.refuse(Paths.joined(path));
        try (Limits.Running _ = org.limits().admit(signIn.app(http))) {
            strike.pause();
            Formats.requireJsonWanted(http, path);
            Formats.requireJsonSent(http, path);
            return data.answer(new HttpApiRequest(http, Paths.joined(Paths.plain(path))), userId);
        }
    }

    private static String what(HttpRequest request) {
        return request.method() + " " + request.path();
    }
}
