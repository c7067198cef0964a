package dev.orgbench.demo.soap.metadata;

import dev.orgbench.demo.ApiError;
import java.util.Arrays;
import java.util.Optional;

/** The types that the demo org keeps. */
enum ComponentType {
    CUSTOM_OBJECT("CustomObject"),
    CUSTOM_FIELD("CustomField");

    private final String apiName;

    ComponentType(String apiName) {
        this.apiName = apiName;
    }

    String apiName() {
        return apiName;
    }

    static Optional<ComponentType> of(String apiName) {
        return Arrays.stream(values()).filter(type -> type.apiName.equals(apiName)).findFirst();
    }

    /** @throws ApiError for a type that the demo org does not keep */
    static ComponentType require(String apiName) throws ApiError {
        return of(apiName).orElseThrow(() -> new ApiError(400, "INVALID_TYPE", Wording.noType(apiName)));
    }
}
