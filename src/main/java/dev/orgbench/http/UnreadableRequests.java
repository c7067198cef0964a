package dev.orgbench.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What Jetty answers itself: to requests that are no HTTP, or too long, which never reach a handler. Its own pages are
 * HTML and show the path, where a server's token may stand, and the exception.
 */
final class UnreadableRequests implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String usual = HttpStatus.getMessage(response.getStatus());
        String reason = String.valueOf(request.getAttribute(ErrorHandler.ERROR_MESSAGE));
        boolean told = !reason.equals("null") && !reason.equals(usual);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=UTF-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        Content.Sink.write(
                response, true, told ? usual + ": " + reason.replaceAll("\\p{Cntrl}", " ") : usual, callback);
        return true;
    }
}
