package dev.orgbench.demo.soap.metadata;

import dev.orgbench.demo.wire.ApiError;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The types that the demo org keeps. What one may need comes before it. */
enum ComponentType {
    CUSTOM_OBJECT("CustomObject", ""),
    CUSTOM_FIELD("CustomField", "fields"),
    VALIDATION_RULE("ValidationRule", "validationRules");

    private final String apiName;
    private final String element;

    ComponentType(String apiName, String element) {
        this.apiName = apiName;
        this.element = element;
    }

    String apiName() {
        return apiName;
    }

    /** What it stands in within its object's file. */
    String element() {
        return element;
    }

    /** Those that stand within an object's file. */
    static List<ComponentType> parts() {
        return List.of(CUSTOM_FIELD, VALIDATION_RULE);
    }

    static Optional<ComponentType> of(String apiName) {
        return Arrays.stream(values())
                .filter(type -> type.apiName.equals(apiName))
                .findFirst();
    }

    /** @throws ApiError for a type that the demo org does not keep */
    static ComponentType require(String apiName) throws ApiError {
        return of(apiName).orElseThrow(() -> new ApiError(400, "INVALID_TYPE", Wording.noType(apiName)));
    }
}
