package dev.orgbench.demo.api;

import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.http.HttpRequest;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** A part of the org with paths of its own beside the data API. */
public interface Endpoint {
    /** Whether requests with a path of these segments, none of them empty, are its own. */
    boolean takes(List<String> path);

    /** Answers a request that it {@link #takes}. */
    Answer handle(HttpRequest request, List<String> path) throws ApiError, SQLException, IOException;

    /** Tells of an error that was met before the request came here, in the form that its clients read. */
    default Answer refused(ApiError error, List<String> path) {
        return Errors.answer(error);
    }
}
