package dev.orgbench.demo.rest;

import dev.orgbench.demo.schema.SObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What conditional requests for a row are held against. Only accounts have an ETag, as in Salesforce. */
final class RowState {
    private static final int TAG_BYTES = 16;

    private RowState() {}

    /** @param row as it is stored, by field name */
    static Preconditions of(SObject object, Map<String, @Nullable Object> row) {
        Object modified = row.get("SystemModstamp") != null ? row.get("SystemModstamp") : row.get("LastModifiedDate");
        return new Preconditions(
                object.name().equals("Account") ? tag(row) : null,
                modified == null ? Instant.EPOCH : Instant.parse(modified.toString()));
    }

    /** Of the values, and not of the time: two changes may share a millisecond. */
    private static String tag(Map<String, @Nullable Object> row) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(row.toString().getBytes(StandardCharsets.UTF_8));
            return '"' + Base64.getEncoder().encodeToString(Arrays.copyOf(hash, TAG_BYTES)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
