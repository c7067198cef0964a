package dev.orgbench.demo.api;

import dev.orgbench.demo.wire.ApiError;
import java.io.IOException;
import java.sql.SQLException;

/** A family of REST resources: all that lies under one segment after {@code /services/data/vXX.0/}. */
@FunctionalInterface
public interface Resource {
    Answer handle(Call call) throws ApiError, SQLException, IOException;
}
