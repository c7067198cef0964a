package dev.orgbench.demo.soap;

import java.io.StringWriter;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements as a document in UTF-8. Names are written as they are, prefixes and all. */
public final class XmlWriter {
    /** What XML 1.0 has no way to say. */
    private static final Pattern UNSAYABLE =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private XmlWriter() {}

    /** On one line, as answers are. */
    public static String write(Xml root) {
        return write(root, false);
    }

    /** On many lines, as the files of metadata are. */
    public static String writeIndented(Xml root) {
        return write(root, true);
    }

    private static String write(Xml root, boolean indented) {
        StringWriter text = new StringWriter();
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        if (indented) {
            text.append('\n');
        }
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            write(out, root, indented ? 0 : -1);
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Writing to memory does not fail", e);
        }
        return text.append(indented ? "\n" : "").toString();
    }

    /** @param depth how far to indent; below 0 for not at all */
    private static void write(XMLStreamWriter out, Xml element, int depth) throws XMLStreamException {
        boolean empty = element.children().isEmpty() && element.text().isEmpty();
        if (empty) {
            out.writeEmptyElement(element.name());
        } else {
            out.writeStartElement(element.name());
        }
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            out.writeAttribute(attribute.getKey(), sayable(attribute.getValue()));
        }
        if (empty) {
            return;
        }
        for (Xml child : element.children()) {
            lineBreak(out, depth < 0 ? depth : depth + 1);
            write(out, child, depth < 0 ? depth : depth + 1);
        }
        if (element.children().isEmpty()) {
            out.writeCharacters(sayable(element.text()));
        } else {
            lineBreak(out, depth);
        }
        out.writeEndElement();
    }

    private static void lineBreak(XMLStreamWriter out, int depth) throws XMLStreamException {
        if (depth >= 0) {
            out.writeCharacters("\n" + "    ".repeat(depth));
        }
    }

    private static String sayable(String text) {
        return UNSAYABLE.matcher(text).replaceAll("\uFFFD");
    }
}
