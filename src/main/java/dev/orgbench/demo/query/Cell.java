package dev.orgbench.demo.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads one value of a record from the current row. */
interface Cell {
    JsonNode read(ResultSet row, Reading reading) throws SQLException;
}
