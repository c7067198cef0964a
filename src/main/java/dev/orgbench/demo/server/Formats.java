package dev.orgbench.demo.server;

import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a request may look like from outside: its length, and the formats it is in and asks for. The demo org speaks JSON
 * only, where Salesforce speaks XML too. The words of 406, 414 and 431 are not confirmed.
 */
final class Formats {
    /** "Status Codes and Error Responses": of the URI alone (414), and of URI and headers together (431). */
    private static final int LONGEST_HEAD = 16_384;

    private static final int BETWEEN_NAME_AND_VALUE = 4;

    private Formats() {}

    static void requireShortHead(HttpRequest request) throws ApiError {
        long length = request.target().length();
        if (length > LONGEST_HEAD) {
            throw new ApiError(414, "URI_TOO_LONG", "The length of the URI exceeds the 16,384-byte limit.");
        }
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            length += header.getKey().length() + header.getValue().length() + BETWEEN_NAME_AND_VALUE;
        }
        if (length > LONGEST_HEAD) {
            throw new ApiError(
                    431,
                    "REQUEST_HEADER_FIELDS_TOO_LARGE",
                    "The combined length of the URI and headers exceeds the 16,384-byte limit.");
        }
    }

    /** @throws ApiError 406 if only XML will do */
    static void requireJsonWanted(HttpRequest request, List<String> path) throws ApiError {
        String accept = request.header("Accept").orElse("*/*").toLowerCase(Locale.ROOT);
        boolean onlyXml = accept.contains("xml") && !accept.contains("*/*") && !accept.contains("json");
        if (onlyXml || Paths.suffix(path).equals(".xml")) {
            throw new ApiError(406, "NOT_ACCEPTABLE", "The demo org answers in JSON, not in XML");
        }
    }

    /** @throws ApiError 415 if the body is of a kind that no resource but those of bulk jobs reads */
    static void requireJsonSent(HttpRequest request, List<String> path) throws ApiError {
        boolean hasBody = !request.header("Content-Length").orElse("0").equals("0")
                || request.header("Transfer-Encoding").isPresent();
        String type = request.header("Content-Type").orElse("");
        String bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        boolean isJob = path.size() > 3 && path.get(3).equalsIgnoreCase("jobs");
        if (hasBody && !isJob && !bare.isEmpty() && !bare.equals("application/json") && !bare.endsWith("+json")) {
            throw new ApiError(
                    415, "UNSUPPORTED_MEDIA_TYPE", "MediaType of '" + bare + "' is not supported by this resource");
        }
    }
}
