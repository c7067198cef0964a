package dev.orgbench.trace.export;

/** How traffic is written. */
public enum ExportFormat {
    /** Our own: each message with its exchanges under it, bodies as JSON where they are. */
    JSON("json", "JSON"),
    /** HTTP Archive 1.2, as browsers, Postman, Charles and Insomnia read it. */
    HAR("har", "HAR 1.2");

    private final String ending;
    private final String words;

    ExportFormat(String ending, String words) {
        this.ending = ending;
        this.words = words;
    }

    /** The file name's ending, without a dot. */
    public String ending() {
        return ending;
    }

    /** As it stands on screen. */
    public String words() {
        return words;
    }
}
