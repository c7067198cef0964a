package dev.orgbench.demo.soap;

import dev.orgbench.demo.wire.ApiError;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One of the APIs that Salesforce offers by SOAP.
 *
 * @param namespace of its operations
 * @param recordNamespace what {@code sf} stands for in answers
 * @param faultNamespace what {@code sf} stands for in faults
 * @param operations what it can be asked, by name
 * @param open the operations for those who have no session yet
 * @param header what stands in the header of an answer, if anything does
 */
public record SoapApi(
        String namespace,
        String recordNamespace,
        String faultNamespace,
        Map<String, Operation> operations,
        Set<String> open,
        Function<SoapCall, Optional<Xml>> header) {
    /** Answers one operation. */
    @FunctionalInterface
    public interface Operation {
        /** What stands in the response's element. */
        List<Xml> answer(SoapCall call) throws SoapFault, ApiError, SQLException;
    }
}
