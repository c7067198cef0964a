package dev.orgbench.demo.signin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.api.Org;
import dev.orgbench.demo.wire.ApiError;
import dev.orgbench.demo.wire.Json;
import dev.orgbench.http.HttpRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * The JWT bearer flow (RFC 7523; "OAuth 2.0 JWT Bearer Flow", help.salesforce.com): {@code iss} is the client, {@code sub} a
 * user name, {@code aud} the login URL, signed RS256. The key is that of the certificate in the file beside the org's. Where
 * there is none the signature can not be checked and is not: the org's only password is known to all as well.
 */
final class JwtBearer {
    static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private static final Set<String> LOGIN_HOSTS = Set.of("login.salesforce.com", "test.salesforce.com");

    /** From here on a time is in milliseconds: some clients send those, against the RFC. */
    private static final double SECONDS_END = 1e11;

    private final Org org;
    private final Tokens tokens;
    private final Users users;
    private final Path certificate;

    JwtBearer(Org org, Tokens tokens, Users users, Path certificate) {
        this.org = org;
        this.tokens = tokens;
        this.users = users;
        this.certificate = certificate;
    }

    Answer answer(HttpRequest request, Form form) throws ApiError, SQLException, IOException {
        String[] parts = form.get("assertion").split("\\.", -1);
        if (parts.length != 3) {
            return Tokens.refuse("invalid_grant", Wording.INVALID_ASSERTION);
        }
        Optional<JsonNode> header = json(parts[0]);
        Optional<JsonNode> claims = json(parts[1]);
        if (header.isEmpty()
                || claims.isEmpty()
                || !header.get().path("alg").asText().equals("RS256")) {
            return Tokens.refuse("invalid_grant", Wording.INVALID_ASSERTION);
        }
        return answer(request, claims.get(), parts);
    }

    private Answer answer(HttpRequest request, JsonNode claims, String[] parts)
            throws ApiError, SQLException, IOException {
        if (!claims.path("iss").asText().equals(org.identity().clientId())) {
            return Tokens.refuse("invalid_client_id", "client identifier invalid");
        }
        if (!isAudience(request, claims.path("aud").asText())) {
            return Tokens.refuse("invalid_grant", Wording.INVALID_AUDIENCE);
        }
        if (!isToCome(claims.path("exp"))) {
            return Tokens.refuse("invalid_grant", Wording.EXPIRED_ASSERTION);
        }
        if (!isSigned(parts)) {
            return Tokens.refuse("invalid_grant", Wording.INVALID_ASSERTION);
        }
        String subject = claims.path("sub").asText(claims.path("prn").asText());
        Optional<String> userId = users.named(subject);
        return userId.isPresent()
                ? tokens.opened(request, userId.get(), false)
                : Tokens.refuse("invalid_grant", Wording.NOT_APPROVED);
    }

    /** Salesforce's own login hosts, or this org under whatever name the client reached it. */
    private static boolean isAudience(HttpRequest request, String audience) {
        try {
            URI uri = URI.create(audience);
            String host = String.valueOf(uri.getHost());
            String authority = String.valueOf(uri.getAuthority());
            return LOGIN_HOSTS.contains(host)
                    || authority.equalsIgnoreCase(request.header("Host").orElse(""));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean isToCome(JsonNode expiry) {
        double time = expiry.asDouble();
        double seconds = time > SECONDS_END ? time / 1000 : time;
        Instant now = org.clock().instant();
        return seconds > now.getEpochSecond();
    }

    private boolean isSigned(String[] parts) throws IOException {
        if (!Files.exists(certificate)) {
            return true;
        }
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Read anew each time, so that a certificate can be exchanged while the org runs. */
    private PublicKey key() throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(certificate)) {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificate(in)
                    .getPublicKey();
        }
    }

    private static Optional<JsonNode> json(String part) {
        try {
            JsonNode node = Json.read(Base64.getUrlDecoder().decode(part));
            return node.isObject() ? Optional.of(node) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
