package dev.orgbench.connect.guide;

import java.util.List;
import java.util.StringJoiner;

/**
 * How to connect one client to one server.
 *
 * @param steps in order
 * @param snippets the texts that the steps speak of
 * @param notes what else to know
 * @param isReady whether every text is as it must be; false while a public URL is still missing
 */
public record Instructions(List<Step> steps, List<Snippet> snippets, List<String> notes, boolean isReady) {
    /** All of it as plain text, with the whole values: for somebody who does it on another machine. */
    public String text(String title) {
        StringJoiner text = new StringJoiner("\n");
        text.add(title).add("");
        if (!isReady) {
            text.add(Values.STAND_IN
                            + " stands for an address that is not there yet: start a tunnel on Orgbench's Connect"
                            + " screen, then copy these steps again.")
                    .add("");
        }
        for (int i = 0; i < steps.size(); i++) {
            text.add((i + 1) + ". " + steps.get(i).text());
        }
        for (Snippet snippet : snippets) {
            text.add("").add(snippet.name() + ":").add("").add(snippet.text().stripTrailing());
        }
        if (!notes.isEmpty()) {
            text.add("");
            notes.forEach(note -> text.add("* " + note));
        }
        return text.add("").toString();
    }
}
