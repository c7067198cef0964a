package dev.orgbench.demo.signin;

import dev.orgbench.demo.Bundled;
import dev.orgbench.demo.signin.AuthorizeEndpoint.Asked;

/** The pages that a person sees in the browser. The form says its own user name and password: it keeps nobody out. */
final class LoginPage {
    private final String userName;
    private final String frame = Bundled.text("login.html");
    private final String form = Bundled.text("login-form.html");

    LoginPage(String userName) {
        this.userName = userName;
    }

    /** The administrator's. */
    String userName() {
        return userName;
    }

    /** @param problem what was wrong with the last attempt; empty for none */
    String form(Asked asked, String problem) {
        String filled = form.replace("{{problem}}", problem.isEmpty() ? "" : "<p class=\"bad\" role=\"alert\">" + escaped(problem) + "</p>")
                .replace("{{password}}", escaped(SignIn.PASSWORD))
                .replace("{{username}}", escaped(userName));
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

    String error(String error, String description) {
        return framed(
                "This sign-in cannot go on",
                "<p class=\"bad\">error=" + escaped(error) + "&amp;error_description=" + escaped(description)
                        + "</p><p>Close this page, check the consumer key in Orgbench, and begin again.</p>");
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

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
