package dev.orgbench.demo.soap;

import dev.orgbench.demo.tooling.NoApex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /services/Soap/s}: anonymous Apex, which the org does not run. */
public final class ApexApi {
    private static final String NAMESPACE = "http://soap.sforce.com/2006/08/apex";

    private ApexApi() {}

    public static SoapApi make() {
        return new SoapApi(
                NAMESPACE,
                NAMESPACE,
                NAMESPACE,
                Map.of("executeAnonymous", _ -> List.of(result())),
                Set.of(),
                // Clients read the log there without asking whether there is one.
                _ -> Optional.of(Xml.parent("DebuggingInfo", Xml.of("debugLog", ""))));
    }

    private static Xml result() {
        return Xml.parent(
                "result",
                Xml.of("column", 1),
                Xml.of("compileProblem", NoApex.WORDS),
                Xml.of("compiled", false),
                Xml.nil("exceptionMessage"),
                Xml.nil("exceptionStackTrace"),
                Xml.of("line", 1),
                Xml.of("success", false));
    }
}
