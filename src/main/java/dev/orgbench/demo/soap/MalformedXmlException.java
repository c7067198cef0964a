package dev.orgbench.demo.soap;

import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** What was sent is no XML that the org reads. */
public final class MalformedXmlException extends Exception {
    private final int line;
    private final int column;

    MalformedXmlException(String why, int line, int column, @Nullable Throwable cause) {
        super(why, cause);
        this.line = line;
        this.column = column;
    }

    static MalformedXmlException of(XMLStreamException e) {
        // "ParseError at [row,col]:[1,5]\nMessage: ..." is the JDK's form.
        String message = String.valueOf(e.getMessage());
        int from = message.indexOf("Message: ");
        int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
        int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNumber();
        return new MalformedXmlException(
                (from < 0 ? message : message.substring(from + "Message: ".length()))
                        .lines()
                        .findFirst()
                        .orElse(""),
                line,
                column,
                e);
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** From 1. */
    public int column() {
        return column;
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
