package dev.orgbench.trace;

import java.util.List;

/** What messages and exchanges have in common when they are looked for. */
record EntryText(String orgId, String server, String client, String name, boolean failed, String searched) {
    /** The beginnings of bodies say what they are about; the whole of every answer would make the index larger than all. */
    private static final int BEGINNING = 2_000;

    static EntryText of(TraceEntry entry) {
        return switch (entry) {
            case Message message -> of(message);
            case Exchange exchange -> of(exchange);
        };
    }

    /** How much of memory it takes, about: its bodies, and what else a client chooses the length of. */
    static long characters(TraceEntry entry) {
        return switch (entry) {
            case Message message -> {
                Message.Result result = message.result();
                yield message.request().length()
                        + message.method().length()
                        + message.client().length()
                        + headers(message.headers())
                        + (result == null ? 0L : result.body().length() + headers(result.headers()));
            }
            case Exchange exchange ->
                exchange.requestBody().length()
                        + exchange.responseBody().length()
                        + headers(exchange.requestHeaders())
                        + headers(exchange.responseHeaders());
        };
    }

    private static long headers(List<Exchange.Header> headers) {
        return headers.stream()
                .mapToLong(header -> header.name().length() + header.value().length())
                .sum();
    }

    private static EntryText of(Message message) {
        Message.Result result = message.result();
        String answer = result == null ? "" : beginning(result.body());
        String failure = result == null || result.failure() == null ? "" : result.failure();
        return new EntryText(
                message.orgId(),
                message.server(),
                message.client(),
                message.title(),
                !failure.isEmpty(),
                String.join(
                        " ",
                        message.title(),
                        message.method(),
                        message.client(),
                        message.server(),
                        failure,
                        beginning(message.request()),
                        answer));
    }

    private static EntryText of(Exchange exchange) {
        Cause cause = exchange.cause();
        String server = cause.server() == null ? "" : cause.server();
        String failure = exchange.failure() == null ? "" : exchange.failure();
        return new EntryText(
                cause.orgId(),
                server,
                "",
                cause.name(),
                !exchange.isOk(),
                String.join(
                        " ",
                        cause.name(),
                        server,
                        exchange.org(),
                        exchange.method(),
                        exchange.url(),
                        Integer.toString(exchange.status()),
                        failure,
                        beginning(exchange.requestBody()),
                        beginning(exchange.responseBody())));
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(BEGINNING, text.length()));
    }
}
