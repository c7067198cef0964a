package dev.orgbench.demo.soap.metadata;

import dev.orgbench.demo.data.RecordId;
import dev.orgbench.demo.soap.SoapFault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The last results of what runs on its own in Salesforce, kept until clients ask for them. */
final class Recent<T> {
    private static final int MOST = 50;

    private final Map<String, T> results = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > MOST;
        }
    };

    synchronized void keep(String id, T result) {
        results.put(id, result);
    }

    /** @param id in 15 or 18 characters */
    synchronized T find(String id) throws SoapFault {
        return RecordId.parse(id)
                .flatMap(full -> Optional.ofNullable(results.get(full)))
                .orElseThrow(() -> SoapFault.of("INVALID_CROSS_REFERENCE_KEY", Wording.noSuchProcess(id)));
    }
}
