package dev.orgbench.demo.soap;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the XML of strangers: no document types, no entities of their own, bounded depth and number of elements. The
 * encoding is the one that the document itself declares.
 */
public final class XmlReader {
    private static final int DEEPEST = 60;
    private static final int MOST_ELEMENTS = 300_000;

    private final XMLStreamReader in;
    private final Deque<Open> open = new ArrayDeque<>();
    private int elements;

    private XmlReader(XMLStreamReader in) {
        this.in = in;
    }

    /** An element whose end was not yet reached. */
    private record Open(
            String name, Map<String, String> attributes, List<Xml> children, StringBuilder text, int line, int column) {
        Xml closed() {
            String value = children.isEmpty() ? text.toString() : "";
            return new Xml(name, attributes, List.copyOf(children), value, line, column);
        }
    }

    /**
     * The root element.
     *
     * @throws MalformedXmlException if it is no XML, or too much of it
     */
    public static Xml read(byte[] document) throws MalformedXmlException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader in = factory.createXMLStreamReader(new StringReader(XmlText.of(document)));
            try {
                return new XmlReader(in).root();
            } finally {
                in.close();
            }
        } catch (XMLStreamException e) {
            throw MalformedXmlException.of(e);
        }
    }

    private Xml root() throws XMLStreamException, MalformedXmlException {
        Xml root = null;
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text();
                case XMLStreamConstants.END_ELEMENT -> {
                    Xml element = open.pop().closed();
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.peek().children().add(element);
                    }
                }
                case XMLStreamConstants.DTD -> throw refused("A document type is not allowed here");
                case XMLStreamConstants.ENTITY_REFERENCE -> throw refused("The entity is not known");
                default -> {}
            }
        }
        if (root == null) {
            throw refused("The document has no element");
        }
        return root;
    }

    private void begin() throws MalformedXmlException {
        if (++elements > MOST_ELEMENTS) {
            throw refused("The document has more than " + MOST_ELEMENTS + " elements");
        }
        if (open.size() >= DEEPEST) {
            throw refused("Elements are nested more than " + DEEPEST + " deep");
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
        }
        open.push(new Open(
                in.getLocalName(),
                attributes,
                new ArrayList<>(0),
                new StringBuilder(),
                in.getLocation().getLineNumber(),
                in.getLocation().getColumnNumber()));
    }

    private void text() {
        Open element = open.peek();
        if (element != null) {
            element.text().append(in.getTextCharacters(), in.getTextStart(), in.getTextLength());
        }
    }

    private MalformedXmlException refused(String why) {
        return new MalformedXmlException(
                why, in.getLocation().getLineNumber(), in.getLocation().getColumnNumber(), null);
    }
}
