package dev.orgbench.http;

/** Answers one request. Runs on a virtual thread of its own, so it may block. */
@FunctionalInterface
public interface HttpHandler {
    /**
     * Answers {@code request} by one of {@code response}'s methods.
     *
     * @throws Exception anything unforeseen; the server logs it and answers 500 without its details
     */
    void handle(HttpRequest request, HttpResponse response) throws Exception;
}
