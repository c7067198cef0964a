package dev.orgbench.tools;

/** What kind of operation a tool is. read = GET + LIST, write = CREATE + UPDATE + DELETE, custom = CUSTOM. */
public enum Method {
    GET,
    LIST,
    CREATE,
    UPDATE,
    DELETE,
    CUSTOM
}
