package dev.orgbench.demo.schema;

import java.util.List;
import java.util.Map;

/**
 * A kind of records of one object, which narrows its picklists. The master record type is none of these.
 *
 * @param id of its row in RecordType, in 18 characters
 * @param isDefault whether new records get it where the client gives none
 * @param picklists the values that it offers, by the picklist's API name; a picklist that is not in here offers all
 */
public record RecordType(
        String id,
        String developerName,
        String name,
        String description,
        boolean isDefault,
        Map<String, List<String>> picklists) {
    /** The id of the record type that every object has, and no record. */
    public static final String MASTER = "012000000000000AAA";

    public RecordType {
        picklists = Map.copyOf(picklists);
    }

    /** The values of {@code field} that records of this type may choose from, in its order. */
    public List<PicklistValue> valuesOf(Field field) {
        List<String> offered = picklists.get(field.name());
        return offered == null
                ? field.picklistValues()
                : field.picklistValues().stream()
                        .filter(value -> offered.contains(value.value()))
                        .toList();
    }
}
