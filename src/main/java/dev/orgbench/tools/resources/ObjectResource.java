package dev.orgbench.tools.resources;

/**
 * A readable describe, as a list shows it.
 *
 * @param uri {@code salesforce://demo/sobject/Account}
 * @param name the object's API name
 * @param title the object's label
 * @param description what one finds there
 */
public record ObjectResource(String uri, String name, String title, String description) {
    /** The type of what is read. */
    public static final String MIME_TYPE = "application/json";
}
