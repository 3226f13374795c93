package org.ruhu.tools.dataset.companion;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML with an element on a line. What XML 1.0 cannot hold becomes U+FFFD. */
final class Xml {

    private static final String LANGUAGE = "xml:lang";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private int depth;

    /** @param root with its namespace as {@code xmlns} among its attributes */
    Xml(String root, String... attributes) {
        try {
            xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            text.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
            open(root, attributes);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param attributes name and value by turns; those without a value are left out */
    Xml open(String element, String... attributes) {
        return doing(() -> {
            line();
            xml.writeStartElement(element);
            attributes(attributes);
            depth++;
        });
    }

    Xml close() {
        return doing(() -> {
            depth--;
            line();
            xml.writeEndElement();
        });
    }

    /** An element with text; none where there is nothing to say. */
    Xml leaf(String element, String content, String... attributes) {
        return content.isEmpty() ? this : doing(() -> {
            line();
            xml.writeStartElement(element);
            attributes(attributes);
            xml.writeCharacters(clean(content));
            xml.writeEndElement();
        });
    }

    Xml empty(String element, String... attributes) {
        return doing(() -> {
            line();
            xml.writeEmptyElement(element);
            attributes(attributes);
        });
    }

    /** The same element in a language. */
    Xml said(String element, String language, String content) {
        return leaf(element, content, LANGUAGE, language);
    }

    /** Closes the root. */
    @Override
    public String toString() {
        close();
        doing(() -> xml.writeCharacters("\n"));
        doing(xml::close);
        return text.toString();
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(Math.max(0, depth)));
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                xml.writeAttribute(attributes[i], clean(attributes[i + 1]));
            }
        }
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> clean.appendCodePoint(allowed(letter) ? letter : 0xFFFD));
        return clean.toString();
    }

    private static boolean allowed(int letter) {
        return letter == '\t' || letter == '\n' || letter == '\r' || letter >= 0x20 && letter <= 0xD7FF
                || letter >= 0xE000 && letter <= 0xFFFD || letter >= 0x10000;
    }

    private interface Doing {
        void run() throws XMLStreamException;
    }

    private Xml doing(Doing doing) {
        try {
            doing.run();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
