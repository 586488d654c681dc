package org.aidledger.app.exchange.iati.export;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes XML: what is null is left out, what XML 1.0 has no character for becomes U+FFFD, comments stay comments. */
final class XmlOut {

    private final XMLStreamWriter xml;

    XmlOut(OutputStream out) throws XMLStreamException {
        xml = new WstxOutputFactory().createXMLStreamWriter(out, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        line();
    }

    XmlOut comment(String text) throws XMLStreamException {
        xml.writeComment(" " + shown(text).replace("--", "- -") + " ");
        return line();
    }

    XmlOut begin(String name) throws XMLStreamException {
        xml.writeStartElement(name);
        return this;
    }

    XmlOut attribute(String name, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            xml.writeAttribute(name, shown(value));
        }
        return this;
    }

    XmlOut language(@Nullable String language) throws XMLStreamException {
        if (language != null) {
            xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", language);
        }
        return this;
    }

    XmlOut text(String text) throws XMLStreamException {
        xml.writeCharacters(shown(text));
        return this;
    }

    XmlOut end() throws XMLStreamException {
        xml.writeEndElement();
        return line();
    }

    /** An element with one attribute and nothing in it; nothing at all without a value. */
    XmlOut coded(String name, String attribute, @Nullable String value) throws XMLStreamException {
        return value == null ? this : begin(name).attribute(attribute, value).end();
    }

    XmlOut narrative(@Nullable String text, @Nullable String language) throws XMLStreamException {
        return text == null ? this : begin("narrative").language(language).text(text).end();
    }

    XmlOut line() throws XMLStreamException {
        xml.writeCharacters("\n");
        return this;
    }

    void finish() throws XMLStreamException {
        xml.writeEndDocument();
        xml.flush();
    }

    void flush() throws XMLStreamException {
        xml.flush();
    }

    private static String shown(String text) {
        var shown = new StringBuilder();
        text.codePoints().map(c -> isXml(c) ? c : 0xfffd).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd
                || c >= 0x10000;
    }
}
