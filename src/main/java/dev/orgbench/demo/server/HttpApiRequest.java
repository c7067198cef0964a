package dev.orgbench.demo.server;

import dev.orgbench.demo.api.ApiRequest;
import dev.orgbench.demo.signin.IdentityEndpoint;
import dev.orgbench.http.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A request as it came over HTTP.
 *
 * @param path without what names a format
 */
record HttpApiRequest(HttpRequest http, String path) implements ApiRequest {
    @Override
    public String method() {
        return http.method();
    }

    @Override
    public Optional<String> query(String name) {
        return http.query(name);
    }

    @Override
    public Optional<String> header(String name) {
        return http.header(name);
    }

    @Override
    public byte[] body(int limit) throws IOException {
        return http.body(limit);
    }

    @Override
    public InputStream content(int limit) throws IOException {
        return http.content(limit);
    }

    @Override
    public String instanceUrl() {
        return IdentityEndpoint.instanceUrl(http);
    }
}
