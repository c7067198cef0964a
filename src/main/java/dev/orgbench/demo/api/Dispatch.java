package dev.orgbench.demo.api;

import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.sql.SQLException;

/** Sends a request to the resource of the data API that its path names; for requests that carry others. */
@FunctionalInterface
public interface Dispatch {
    /** Answers {@code request} for the user {@code userId}, whose session was checked and counted before. */
    Answer answer(ApiRequest request, String userId) throws ApiError, SQLException, IOException;
}
