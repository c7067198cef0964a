package dev.orgbench.ui.objects;

/** What a person writes to define a custom field. Which of them there are depends on the field's kind. */
enum FieldPart {
    LABEL("Label", Input.LINE, "Renewal Date"),
    NAME("API name", Input.LINE, "Renewal_Date, without __c"),
    LENGTH("Length", Input.LINE, "characters"),
    PRECISION("Digits in all", Input.LINE, "18"),
    SCALE("Digits after the point", Input.LINE, "2"),
    LINES("Visible lines", Input.LINE, "3"),
    VALUES("Values", Input.TEXT, "One value a line. Where its label differs: Value => Label. * before the default"),
    RESTRICTED("Only these values", Input.FLAG, ""),
    TARGET("Points to", Input.LINE, "Account"),
    RELATIONSHIP("Child relationship name", Input.LINE, "Renewals, without __r"),
    FORMAT("Display format", Input.LINE, "R-{0000}"),
    CHECKED("Checked by default", Input.FLAG, ""),
    REQUIRED("Required", Input.FLAG, ""),
    UNIQUE("Unique", Input.FLAG, ""),
    EXTERNAL_ID("External Id", Input.FLAG, ""),
    HELP("Help text", Input.TEXT, "What people see beside the field"),
    DESCRIPTION("Description", Input.TEXT, "For administrators"),
    VISIBLE_TO("Visible to profiles", Input.LINE, "System Administrator, Standard User");

    private final String words;
    private final Input input;
    private final String prompt;

    FieldPart(String words, Input input, String prompt) {
        this.words = words;
        this.input = input;
        this.prompt = prompt;
    }

    /** How it is written. */
    enum Input {
        LINE,
        TEXT,
        FLAG
    }

    String words() {
        return words;
    }

    Input input() {
        return input;
    }

    String prompt() {
        return prompt;
    }
}
