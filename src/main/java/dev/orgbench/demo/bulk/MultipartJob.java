package dev.orgbench.demo.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orgbench.demo.api.Call;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.demo.wire.Json;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.MultipartReader;
import okio.Buffer;
import okio.ByteString;

/** A job and its data in one request of two parts, {@code job} and {@code content}. (Bulk API 2.0 guide, "Multipart".) */
record MultipartJob(JobRequest job, ByteString csv) {
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)multipart/form-data\\b.*\\bboundary=(?:\"([^\"]+)\"|([^;\\s]+)).*");
    private static final Pattern NAME = Pattern.compile("(?i).*\\bname=\"([^\"]*)\".*");

    /** Whether the request says that it is one. */
    static boolean isOne(Call call) {
        return boundary(call).isPresent();
    }

    static MultipartJob read(Call call) throws ApiError, IOException {
        ObjectNode job = null;
        ByteString csv = null;
        try (MultipartReader parts = new MultipartReader(
                new Buffer().write(call.body()), boundary(call).orElseThrow())) {
            for (MultipartReader.Part part = parts.nextPart(); part != null; part = parts.nextPart()) {
                String disposition = String.valueOf(part.headers().get("Content-Disposition"));
                Matcher name = NAME.matcher(disposition);
                switch (name.matches() ? name.group(1).toLowerCase(Locale.ROOT) : "") {
                    case "job" -> job = json(part.body().readByteArray());
                    case "content" -> csv = part.body().readByteString();
                    default -> {}
                }
            }
        } catch (ProtocolException | EOFException e) {
            throw Json.parserError("The multipart body can not be read to its end");
        }
        if (job == null || csv == null) {
            throw Refusals.invalidJob(Wording.missing(job == null ? "job" : "content"));
        }
        return new MultipartJob(new JobRequest(job), csv);
    }

    private static ObjectNode json(byte[] text) throws ApiError, IOException {
        try {
            JsonNode node = Json.read(text);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw Json.malformed(e);
        } catch (NumberFormatException e) {
            throw Json.outOfAllRange();
        }
        throw Json.parserError("Unexpected input: the job must be a JSON object");
    }

    private static Optional<String> boundary(Call call) {
        return call.request()
                .header("Content-Type")
                .map(BOUNDARY::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1));
    }
}
