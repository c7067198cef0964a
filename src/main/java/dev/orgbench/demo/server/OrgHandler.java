package dev.orgbench.demo.server;

import dev.orgbench.demo.ApiError;
import dev.orgbench.demo.DemoFault;
import dev.orgbench.demo.Json;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Answer.JsonBody;
import dev.orgbench.demo.api.Answer.StreamBody;
import dev.orgbench.demo.api.ApiRequest;
import dev.orgbench.demo.api.Endpoint;
import dev.orgbench.demo.api.Errors;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.bulk.BulkJobs;
import dev.orgbench.demo.data.RequestMeter;
import dev.orgbench.demo.signin.SignIn;
import dev.orgbench.demo.trouble.Faults;
import dev.orgbench.http.HttpHandler;
import dev.orgbench.http.HttpRequest;
import dev.orgbench.http.HttpResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.List;

/** The org's door: every path that it answers, and every error in Salesforce's form. */
public final class OrgHandler implements HttpHandler {
    private final Org org;
    private final Faults faults;
    private final SignIn signIn;
    private final DataApi data;
    private final List<Endpoint> endpoints;

    public OrgHandler(Org org, BulkJobs jobs, Faults faults) {
        this.org = org;
        this.faults = faults;
        this.signIn = new SignIn(org);
        this.data = new DataApi(org, jobs);
        this.endpoints = List.of(signIn);
    }

    @Override
    public void handle(HttpRequest request, HttpResponse response) throws IOException {
        List<String> path = Paths.segments(request.path());
        boolean isData = DataApi.takes(path);
        if (isData && faults.has(DemoFault.LOST_CONNECTION)) {
            throw response.brokenOff();
        }
        Answer answer = Errors.answer(request.method() + " " + request.path(), () -> answer(request, path));
        if (isData) {
            answer = answer.with(
                    "Sforce-Limit-Info", "api-usage=" + org.meter().used() + "/" + RequestMeter.DAILY_LIMIT);
        }
        send(request, response, answer);
    }

    private Answer answer(HttpRequest request, List<String> path) throws ApiError, SQLException, IOException {
        if (DataApi.isRoot(path)) {
            return data.versions();
        }
        if (DataApi.takes(path)) {
            return data(request, path);
        }
        for (Endpoint endpoint : endpoints) {
            if (endpoint.takes(path)) {
                return endpoint.handle(request, path);
            }
        }
        throw ApiError.notFound();
    }

    private Answer data(HttpRequest http, List<String> path) throws ApiError, SQLException, IOException {
        if (!data.hasVersion(path)) {
            throw ApiError.notFound();
        }
        String userId = signIn.user(http);
        if (org.meter().count()) {
            org.meter().save(org.file());
        }
        ApiRequest request = new HttpApiRequest(http);
        faults.check(request);
        return data.answer(request, userId);
    }

    private static void send(HttpRequest request, HttpResponse response, Answer answer) throws IOException {
        response.status(answer.status());
        answer.headers().forEach(response::header);
        switch (answer.body()) {
            case null -> response.send();
            case JsonBody json ->
                response.sendJson(Json.write(
                        json.value(), request.header("X-PrettyPrint").filter("1"::equals).isPresent()));
            case StreamBody stream -> {
                try (OutputStream out = response.stream(stream.contentType())) {
                    stream.content().to(out);
                }
            }
        }
    }
}
