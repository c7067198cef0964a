package dev.orgbench.demo.soap;

import dev.orgbench.demo.TestOrg;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Speaks SOAP to the org as jsforce does: the API's namespace is the default one, of the header and of the body. */
public final class SoapTalk implements AutoCloseable {
    private static final MediaType XML = MediaType.get("text/xml");

    private final OkHttpClient http = new OkHttpClient();
    private final TestOrg org;
    private final String path;
    private final String namespace;

    /** @param path {@code u/67.0} */
    public SoapTalk(TestOrg org, String path, String namespace) {
        this.org = org;
        this.path = path;
        this.namespace = namespace;
    }

    /** What came back, or an empty element where it was no XML. */
    public record Reply(int status, String raw, Xml envelope) {
        /** All {@code result} elements of the response. */
        public List<Xml> results() {
            return body().children("result");
        }

        public Xml result() {
            return results().getFirst();
        }

        /** {@code sf:INVALID_LOGIN|INVALID_LOGIN: Invalid ...}. */
        public String fault() {
            return status + " " + body().textOf("faultcode") + "|" + body().textOf("faultstring");
        }

        private Xml body() {
            return envelope.child("Body").orElseThrow().children().getFirst();
        }

        /** The texts of all elements of that name, wherever they are. */
        public List<String> texts(String name) {
            return all().filter(xml -> xml.name().equals(name)).map(Xml::text).toList();
        }

        private Stream<Xml> all() {
            Stream.Builder<Xml> found = Stream.builder();
            Deque<Xml> open = new ArrayDeque<>(List.of(envelope));
            while (!open.isEmpty()) {
                Xml next = open.pop();
                found.add(next);
                next.children().reversed().forEach(open::push);
            }
            return found.build();
        }
    }

    /** Calls an operation with the org's own session. */
    public Reply call(String operation) throws Exception {
        return call(operation, org.org().accessToken(), "");
    }

    /**
     * Calls an operation.
     *
     * @param moreHeader elements beside the session's header
     */
    public Reply call(String operation, String session, String moreHeader) throws Exception {
        return post("""
                <?xml version="1.0" encoding="UTF-8"?>\
                <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"\
                 xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
                <soapenv:Header xmlns="%1$s"><SessionHeader><sessionId>%2$s</sessionId></SessionHeader>%3$s</soapenv:Header>\
                <soapenv:Body xmlns="%1$s">%4$s</soapenv:Body></soapenv:Envelope>""".formatted(namespace, session, moreHeader, operation));
    }

    public Reply post(String body) throws Exception {
        return post(RequestBody.create(body, XML));
    }

    public Reply post(RequestBody body) throws Exception {
        return send(new Request.Builder()
                .url(org.org().uri() + "/services/Soap/" + path)
                .post(body));
    }

    public Reply send(Request.Builder request) throws IOException, MalformedXmlException {
        try (Response response =
                http.newCall(request.header("SOAPAction", "\"\"").build()).execute()) {
            String text = response.body().string();
            boolean xml = String.valueOf(response.header("Content-Type")).contains("xml");
            return new Reply(
                    response.code(),
                    text,
                    xml ? XmlReader.read(text.getBytes(StandardCharsets.UTF_8)) : Xml.parent("none"));
        }
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
