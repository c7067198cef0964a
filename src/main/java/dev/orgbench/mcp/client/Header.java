package dev.orgbench.mcp.client;

/**
 * A header that is sent with every request.
 *
 * @param name may stand in several headers, as HTTP allows
 * @param value may be a secret
 */
public record Header(String name, String value) {
    @Override
    public String toString() {
        return name;
    }
}
