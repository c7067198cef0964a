package dev.orgbench.orgs;

import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** A person at a browser, for the demo org's login page: fills the form in as it stands and presses a button. */
public final class StandInBrowser implements AutoCloseable {
    private static final Pattern INPUT = Pattern.compile("<input [^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

    private final OkHttpClient http =
            new OkHttpClient.Builder().followRedirects(false).build();

    /** Presses Allow; what the page says in the end. */
    public String allow(URI page) throws IOException {
        return get(press(page, "allow"));
    }

    /** Presses Deny; what the page says in the end. */
    public String deny(URI page) throws IOException {
        return get(press(page, "deny"));
    }

    /** Where the page leads to after the button, which is not opened yet. */
    HttpUrl press(URI page, String decision) throws IOException {
        HttpUrl url = Objects.requireNonNull(HttpUrl.get(page));
        String html = get(url);
        FormBody.Builder form = new FormBody.Builder();
        Matcher inputs = INPUT.matcher(html);
        while (inputs.find()) {
            form.add(inputs.group(1), inputs.group(2).replace("&amp;", "&"));
        }
        Request request = new Request.Builder()
                .url(Objects.requireNonNull(url.resolve("/services/oauth2/authorize")))
                .post(form.add("decision", decision).build())
                .build();
        try (Response back = http.newCall(request).execute()) {
            return HttpUrl.get(Objects.requireNonNull(back.header("Location"), "no redirect but " + back.code()));
        }
    }

    String get(HttpUrl url) throws IOException {
        try (Response answer =
                http.newCall(new Request.Builder().url(url).build()).execute()) {
            return answer.body().string();
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
