package dev.orgbench.tools.sources;

/**
 * A fault in a definition file.
 *
 * @param line from 1; 0 if it is about the file as a whole
 */
public record Problem(String file, int line, String fault) {
    @Override
    public String toString() {
        return line == 0 ? file + ": " + fault : file + ":" + line + ": " + fault;
    }
}
