package dev.orgbench.demo.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A certificate authority of this machine's own, made on first use and kept in two files: the certificate, for clients that
 * shall trust the demo org ({@code NODE_EXTRA_CA_CERTS}, {@code REQUESTS_CA_BUNDLE}), and the key, for its owner's eyes
 * alone: whoever has it can pose as any site to those clients.
 */
public final class LocalAuthority {
    private static final String CERTIFICATE = "demo-ca.pem";
    private static final String KEY = "demo-ca-key.pem";
    private static final long DAYS = 3650;
    private static final long SERVER_DAYS = 397;

    /** What must be left of the authority's life, so that no server's certificate outlives it. */
    private static final Duration LEAST_LIFE = Duration.ofDays(SERVER_DAYS + 1);

    private static final Logger log = LoggerFactory.getLogger(LocalAuthority.class);

    private final Path certificateFile;
    private final HeldCertificate authority;

    private LocalAuthority(Path certificateFile, HeldCertificate authority) {
        this.certificateFile = certificateFile;
        this.authority = authority;
    }

    /**
     * The authority whose files are in {@code folder}. It is made anew where they are missing, damaged, or soon too old;
     * clients must then be given the new certificate.
     *
     * @throws IOException if they can not be read or written
     */
    public static LocalAuthority in(Path folder) throws IOException {
        Path certificateFile = folder.resolve(CERTIFICATE);
        Path keyFile = folder.resolve(KEY);
        Optional<HeldCertificate> kept = kept(certificateFile, keyFile);
        if (kept.isPresent()) {
            return new LocalAuthority(certificateFile, kept.get());
        }
        HeldCertificate made = new HeldCertificate.Builder()
                .certificateAuthority(0)
                .commonName("Orgbench demo org on this machine")
                .organizationalUnit("Orgbench")
                .duration(DAYS, TimeUnit.DAYS)
                .build();
        PrivateFile.write(keyFile, made.privateKeyPkcs8Pem());
        PrivateFile.write(certificateFile, made.certificatePem());
        return new LocalAuthority(certificateFile, made);
    }

    /** The certificate in PEM, to be handed to clients. */
    public Path certificateFile() {
        return certificateFile;
    }

    /** What a server on this machine needs: a new certificate for its names, good for a year. */
    public SSLContext serverContext() {
        HeldCertificate server = new HeldCertificate.Builder()
                .signedBy(authority)
                .commonName("localhost")
                .addSubjectAlternativeName("localhost")
                .addSubjectAlternativeName("127.0.0.1")
                .addSubjectAlternativeName("::1")
                .duration(SERVER_DAYS, TimeUnit.DAYS)
                .build();
        return new HandshakeCertificates.Builder()
                .heldCertificate(server, authority.certificate())
                .build()
                .sslContext();
    }

    private static Optional<HeldCertificate> kept(Path certificateFile, Path keyFile) throws IOException {
        if (!Files.exists(certificateFile) || !Files.exists(keyFile)) {
            return Optional.empty();
        }
        try {
            HeldCertificate kept =
                    HeldCertificate.decode(Files.readString(certificateFile) + "\n" + Files.readString(keyFile));
            Instant end = kept.certificate().getNotAfter().toInstant();
            return end.isAfter(Instant.now().plus(LEAST_LIFE)) ? Optional.of(kept) : Optional.empty();
        } catch (IllegalArgumentException e) {
            log.warn("{} and its key can not be used, and are made anew", certificateFile, e);
            return Optional.empty();
        }
    }
}
