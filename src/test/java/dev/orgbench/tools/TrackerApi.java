package dev.orgbench.tools;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orgbench.salesforce.ApiUsage;
import dev.orgbench.salesforce.OrgRequest;
import dev.orgbench.salesforce.SalesforceException;
import dev.orgbench.salesforce.SalesforceException.Refused;
import dev.orgbench.salesforce.SalesforceException.Unreachable;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** All that a second API needs besides its definitions: how it is signed in to, and the form of its errors. */
record TrackerApi(URI address) implements Api {
    private static final OkHttpClient HTTP =
            new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @Override
    public String called() {
        return "the issue tracker";
    }

    @Override
    public String version() {
        return "4";
    }

    @Override
    public JsonNode send(OrgRequest request) throws SalesforceException {
        HttpUrl.Builder url =
                Objects.requireNonNull(HttpUrl.get(address)).newBuilder().encodedPath(request.path());
        request.query().forEach(url::addQueryParameter);
        JsonNode body = request.body();
        boolean has = !request.method().equals("GET") && !request.method().equals("DELETE");
        RequestBody sent =
                has ? RequestBody.create(body == null ? "" : body.toString(), MediaType.get("application/json")) : null;
        Request.Builder target = new Request.Builder().url(url.build()).header("Authorization", "Bearer token");
        try (Response response =
                HTTP.newCall(target.method(request.method(), sent).build()).execute()) {
            JsonNode answer = JSON.readTree(response.body().string());
            if (response.code() >= 400) {
                throw new Refused(
                        response.code(),
                        answer.path("code").asText(),
                        answer.path("message").asText(),
                        List.of(),
                        response.header("Retry-After"));
            }
            return answer;
        } catch (IOException e) {
            throw new Unreachable("The tracker did not answer.", e);
        }
    }

    @Override
    public Optional<ApiUsage> usage() {
        return Optional.empty();
    }
}
