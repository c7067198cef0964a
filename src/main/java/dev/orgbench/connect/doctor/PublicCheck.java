package dev.orgbench.connect.doctor;

import dev.orgbench.connect.HandedServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.OkHttpClient;

/** Calls a server from outside, by its public URL, as an agent will. */
public final class PublicCheck {
    private static final String NAME = "Public URL answers";
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Ping ping;

    /** Makes requests by {@code http}; {@code version} is Orgbench's own, as told to servers. */
    public PublicCheck(OkHttpClient http, String version) {
        this.ping = new Ping(http, version, LIMIT);
    }

    /** One try. */
    public Check once(HandedServer server, URI publicBase) {
        String host = String.valueOf(publicBase.getHost());
        try {
            Ping.Reply reply = ping.initialize(server.through(publicBase));
            if (reply.isOurs()) {
                return Check.good(NAME, Words.time(reply.took()));
            }
            return switch (reply.status()) {
                case 200 ->
                    Check.bad(
                            NAME,
                            "a page, not MCP",
                            host
                                    + " answered with something else than MCP: perhaps a warning page of the tunnel, or another"
                                    + " program's. Use another tunnel.");
                case 401 ->
                    server.asksForToken()
                            ? Check.good(NAME, Words.time(reply.took()) + ", asks for its API token")
                            : Check.bad(
                                    NAME,
                                    "401",
                                    "The tunnel itself asks callers to sign in. Switch that off for this address.");
                case 403 ->
                    Check.bad(
                            NAME,
                            "403",
                            host + " is refused. Stop the tunnel and start it again, so that its host is allowed.");
                case 404 ->
                    Check.bad(NAME, "404", "The token is not known: the server has expired or was given a new one.");
                case 301, 302, 303, 307, 308 ->
                    Check.bad(
                            NAME,
                            "redirect",
                            host + " sends callers elsewhere, perhaps to sign in. Switch that off for this address.");
                case 502, 503, 504, 520, 521, 522, 523, 524, 530 ->
                    Check.caution(
                            NAME,
                            "not yet",
                            "The tunnel is there, but not connected through yet (" + reply.status()
                                    + "). Check again in some seconds.");
                default -> Check.bad(NAME, Integer.toString(reply.status()), host + " refused the call.");
            };
        } catch (UnknownHostException e) {
            return Check.caution(
                    NAME,
                    "not yet",
                    "The name " + host + " is not known yet; that can take half a minute."
                            + " Check again, and if it stays so, start the tunnel anew.");
        } catch (SSLException e) {
            return Check.bad(
                    NAME, "no secure connection", "Clients will refuse " + host + ": its certificate does not hold.");
        } catch (InterruptedIOException e) {
            return Check.bad(
                    NAME, "no answer in " + LIMIT.toSeconds() + " s", "The tunnel hangs. Stop it and start it again.");
        } catch (IOException e) {
            return Check.caution(NAME, "not yet", "Nothing answers at " + host + " yet. Check again in some seconds.");
        }
    }

    /** Tries again while the tunnel is still settling, for as long as {@code patience}. */
    public Check settled(HandedServer server, URI publicBase, Duration patience, Duration pause)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        Check check = once(server, publicBase);
        while (check.outcome() == Check.Outcome.CAUTION && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            check = once(server, publicBase);
        }
        return check;
    }
}
