package dev.orgbench.demo.signin;

import dev.orgbench.demo.api.Answer;
import dev.orgbench.demo.bundled.Bundled;
import dev.orgbench.demo.signin.AuthorizeEndpoint.Asked;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The pages that a person sees in the browser. The form says its own user name and password: it keeps nobody out. */
final class LoginPage {
    private final String userName;
    private final String frame = Bundled.text("login.html");
    private final String form = Bundled.text("login-form.html");
    private final String device = Bundled.text("device-form.html");

    LoginPage(String userName) {
        this.userName = userName;
    }

    /** @param problem what was wrong with the last attempt; empty for none */
    String form(Asked asked, String problem) {
        String filled = filled(form, problem);
        StringBuilder hidden = new StringBuilder();
        hide(hidden, "client_id", asked.clientId());
        hide(hidden, "redirect_uri", asked.redirectUri());
        hide(hidden, "state", asked.state());
        hide(hidden, "code_challenge", asked.challenge());
        hide(hidden, "code_challenge_method", asked.method());
        hide(hidden, "scope", asked.scope());
        // What the client sent goes in last, so that nothing of it is taken for a place to fill.
        return framed("Sign in to the demo org", filled.replace("{{hidden}}", hidden));
    }

    /**
     * Where a person types the code that a device shows.
     *
     * @param problem as in {@link #form}
     */
    String device(String userCode, String problem) {
        // What the person typed goes in last, so that nothing of it is taken for a place to fill.
        return framed("Connect a device", filled(device, problem).replace("{{user_code}}", escaped(userCode)));
    }

    String message(String title, String text) {
        return framed(title, "<p>" + escaped(text) + "</p>");
    }

    String error(String error, String description) {
        return framed(
                "This sign-in cannot go on",
                "<p class=\"bad\">error=" + escaped(error) + "&amp;error_description=" + escaped(description)
                        + "</p><p>Close this page, check the consumer key in Orgbench, and begin again.</p>");
    }

    /** A page that shows nothing but what it brings with it, and is not shown within another. */
    static Answer html(int status, String html) {
        return Answer.text(status, "text/html;charset=UTF-8", html)
                .with("Cache-Control", "no-store")
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
                .with("Referrer-Policy", "no-referrer");
    }

    private String filled(String template, String problem) {
        String shown = problem.isEmpty() ? "" : "<p class=\"bad\" role=\"alert\">" + escaped(problem) + "</p>";
        return template.replace("{{problem}}", shown)
                .replace("{{password}}", escaped(SignIn.PASSWORD))
                .replace("{{username}}", escaped(userName));
    }

    private String framed(String title, String content) {
        return frame.replace("{{title}}", escaped(title)).replace("{{content}}", content);
    }

    private static void hide(StringBuilder html, String name, String value) {
        html.append("<input type=\"hidden\" name=\"")
                .append(name)
                .append("\" value=\"")
                .append(escaped(value))
                .append("\">\n");
    }

    /** A text as a part of a URL. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
