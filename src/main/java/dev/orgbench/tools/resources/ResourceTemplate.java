package dev.orgbench.tools.resources;

/**
 * How the URIs of all objects look.
 *
 * @param uriTemplate RFC 6570
 */
public record ResourceTemplate(String uriTemplate, String name, String title, String description) {
    /** The one that there is. */
    static final ResourceTemplate OBJECT = new ResourceTemplate(
            ObjectUri.TEMPLATE,
            "sobject",
            "An object's fields",
            "The compact describe of the object with that API name: its fields with types, picklist values and references");
}
