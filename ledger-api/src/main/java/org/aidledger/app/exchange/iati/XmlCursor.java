package org.aidledger.app.exchange.iati;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.aidledger.app.exchange.iati.IatiRefusal.Reason;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * A file seen as elements inside elements, on top of Woodstox. Whoever stands on an element leaves it at its end, by
 * {@link #skip}, {@link #text}, {@link #narratives} or by walking its children. Elements of other namespaces are the
 * standard's own room for extensions and are passed over; a document type declaration ends the reading, so no entity is
 * ever looked up.
 */
final class XmlCursor {

    private final String file;
    private final IatiLimits limits;
    private final XMLStreamReader2 xml;
    private final Set<String> names = new HashSet<>();
    private int depth;
    private boolean textBroken;
    private long activityStart = Long.MAX_VALUE;

    XmlCursor(String file, InputStream in, IatiLimits limits) throws XMLStreamException {
        this.file = file;
        this.limits = limits;
        this.xml = (XMLStreamReader2) factory(limits).createXMLStreamReader(in);
    }

    private static XMLInputFactory factory(IatiLimits limits) {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, limits.textCharactersMax());
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside the file is read");
        });
        return factory;
    }

    /** Goes to the root element. */
    String root() throws XMLStreamException {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            // comments and white space before the root
        }
        return xml.getNamespaceURI().isEmpty() ? xml.getLocalName() : xml.getName().toString();
    }

    /** Reads what follows the root's end, so that a file with something behind it is found malformed. */
    void end() throws XMLStreamException {
        while (xml.hasNext()) {
            next();
        }
    }

    /** Goes to the next child of the element it is in, or to that element's end. */
    boolean nextChild() throws XMLStreamException {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (xml.getNamespaceURI().isEmpty()) {
                        return true;
                    }
                    skip();
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return false;
                }
                default -> { /* text between elements, which the standard does not have, and comments */ }
            }
        }
    }

    String name() {
        return xml.getLocalName();
    }

    Position position() {
        var location = xml.getLocationInfo().getStartLocation();
        return new Position(location.getLineNumber(), location.getColumnNumber());
    }

    /** Leaves the element unread. */
    void skip() throws XMLStreamException {
        int outside = depth - 1;
        while (depth > outside) {
            next();
        }
    }

    /** The element's text, that of elements inside included, without white space at its ends; leaves the element. */
    String text() throws XMLStreamException {
        var text = new StringBuilder();
        int outside = depth - 1;
        textBroken = false;
        while (depth > outside) {
            switch (next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    limit("textCharactersMax", text.length(), limits.textCharactersMax());
                }
                case XMLStreamConstants.START_ELEMENT -> textBroken = true;
                default -> { /* comments do not interrupt a text */ }
            }
        }
        return Lexical.trim(text.toString());
    }

    /** Whether the last text had elements inside, so that it is none to take a number from. */
    boolean textBroken() {
        return textBroken;
    }

    /** The element's narratives; leaves the element. Those without words are left out. */
    List<Narrative> narratives(@Nullable String inheritedLanguage, Oddities oddities) throws XMLStreamException {
        String outer = languageOr(inheritedLanguage);
        var narratives = new ArrayList<Narrative>();
        while (nextChild()) {
            if (name().equals("narrative")) {
                String language = languageOr(outer);
                String text = text();
                if (!text.isEmpty()) {
                    narratives.add(new Narrative(language, text));
                }
            } else {
                skipUnknown(oddities);
            }
        }
        return List.copyOf(narratives);
    }

    void skipUnknown(Oddities oddities) throws XMLStreamException {
        oddities.add(OddityKind.ELEMENT_UNKNOWN, position(), name());
        skip();
    }

    @Nullable
    String languageOr(@Nullable String inherited) {
        String own = attribute(XMLConstants.XML_NS_URI, "lang");
        return own == null ? inherited : own;
    }

    /** The attribute without white space at its ends; null if it is absent or empty. */
    @Nullable
    String attribute(String name) {
        return attribute("", name);
    }

    private @Nullable String attribute(String namespace, String name) {
        String value = xml.getAttributeValue(namespace, name);
        String trimmed = value == null ? "" : Lexical.trim(value);
        return trimmed.isEmpty() ? null : trimmed;
    }

    /** The same for one that the standard requires. */
    @Nullable
    String requiredAttribute(String name, Oddities oddities) {
        String value = attribute(name);
        if (value == null) {
            oddities.add(OddityKind.ATTRIBUTE_MISSING, position(), name() + "/@" + name);
        }
        return value;
    }

    /** The code of an element that has nothing else; leaves the element. */
    @Nullable
    String code(Oddities oddities) throws XMLStreamException {
        String code = requiredAttribute("code", oddities);
        skip();
        return code;
    }

    Sector sector(Oddities oddities) throws XMLStreamException {
        BigDecimal percentage = readable("percentage", oddities, Lexical::decimal);
        return new Sector(attribute("vocabulary"), code(oddities), percentage);
    }

    Place country(Oddities oddities) throws XMLStreamException {
        BigDecimal percentage = readable("percentage", oddities, Lexical::decimal);
        return new Place(null, code(oddities), percentage);
    }

    Place region(Oddities oddities) throws XMLStreamException {
        BigDecimal percentage = readable("percentage", oddities, Lexical::decimal);
        return new Place(attribute("vocabulary"), code(oddities), percentage);
    }

    void aidTypeInto(List<AidType> aidTypes, Oddities oddities) throws XMLStreamException {
        String vocabulary = attribute("vocabulary");
        String code = code(oddities);
        if (code != null) {
            aidTypes.add(new AidType(vocabulary, code));
        }
    }

    /** An attribute that has a form to keep; null where it is absent or, as an oddity, has another form. */
    <T> @Nullable T readable(String name, Oddities oddities, Form<T> form) {
        String given = xml.getAttributeValue("", name);
        if (given == null) {
            return null;
        }
        T value = form.read(given);
        if (value == null) {
            oddities.add(OddityKind.ATTRIBUTE_UNREADABLE, position(), name() + "/@" + name + "=\"" + given + "\"");
        }
        return value;
    }

    /** From here on an activity is held in memory. */
    void beginActivity() {
        activityStart = xml.getLocationInfo().getStartingCharOffset();
    }

    void endActivity() {
        activityStart = Long.MAX_VALUE;
    }

    void limit(String name, long actual, long max) {
        if (actual > max) {
            throw refuse(position(), Reason.LIMIT_EXCEEDED, name, Long.toString(max));
        }
    }

    Unreadable refuse(Position at, Reason reason, String... arguments) {
        return new Unreadable(new IatiRefusal(file, at.line(), at.column(), reason, List.of(arguments)));
    }

    /** The only way forward: keeps count of what a hostile file could make grow. */
    private int next() throws XMLStreamException {
        int event = xml.next();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> enter();
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> remember(xml.getPITarget());
            case XMLStreamConstants.DTD -> throw refuse(position(), Reason.DTD);
            default -> {
                // text and comments are not held
            }
        }
        return event;
    }

    private void enter() {
        depth++;
        limit("depthMax", depth, limits.depthMax());
        limit("activityCharactersMax", xml.getLocationInfo().getStartingCharOffset() - activityStart,
                limits.activityCharactersMax());
        remember(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            remember(xml.getAttributeLocalName(i));
        }
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            remember(Objects.requireNonNullElse(xml.getNamespacePrefix(i), ""));
        }
    }

    /** Woodstox keeps every name it meets, for good. */
    private void remember(String name) {
        if (names.add(name)) {
            limit("namesMax", names.size(), limits.namesMax());
        }
    }

    /** What a text must be to be read, such as {@link Lexical#date}. */
    interface Form<T> {
        @Nullable
        T read(String text);
    }
}
