package dev.orgbench.mcp.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How far a call is, as its server tells (2025-11-25 and 2026-07-28, progress).
 *
 * @param done rises with each report
 * @param total what {@code done} will be in the end; null where the server does not know
 * @param message a word about it; null for none
 */
public record Progress(
        BigDecimal done,
        @Nullable BigDecimal total,
        @Nullable String message) {
    static Progress of(JsonNode params) {
        JsonNode total = params.path("total");
        return new Progress(
                params.path("progress").decimalValue(),
                total.isNumber() ? total.decimalValue() : null,
                params.path("message").textValue());
    }
}
