package org.aidledger.app.exchange.iati;

import com.ctc.wstx.exc.WstxLazyException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import org.aidledger.app.exchange.iati.IatiRefusal.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Reads IATI 2.03 activity files as a stream: one activity is in memory at a time, whatever the length of the file.
 *
 * <p>Only what cannot be read is refused, at the first such place; {@link Reason} lists all that can be wrong.
 * Everything else is read as it stands and what is odd about it is noted, since an auditor wants to see a publisher's
 * mistakes and not to lose them. The reader looks nothing up, converts nothing and adds nothing up.
 */
public final class IatiReader {

    private static final String VERSION = "2.03";
    /** Elements between activities that are none; their oddities are held until the end of the file. */
    private static final int STRAY_ELEMENTS_MAX = 1_000;
    /** What a published version of the standard looks like; any other text is a placeholder. */
    private static final Pattern VERSION_NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)*");

    /** How Woodstox says that one of its own limits was passed; it has no type for it. */
    private static final Pattern PARSER_LIMIT = Pattern.compile("(?<name>.*) limit \\((?<max>[0-9]+)\\) exceeded");

    private final IatiLimits limits;

    public IatiReader(IatiLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads a file to its end and hands over each activity as soon as its end is reached.
     *
     * @param file the name to use in a refusal
     * @param in the file's bytes; not closed
     * @param activities is given every activity in the order of the file; what it throws ends the reading, passed on
     * @return how the reading ended; after a refusal, activities before it have been handed over
     * @throws IOException if the bytes cannot be had
     */
    public IatiReading read(String file, InputStream in, Consumer<IatiActivity> activities) throws IOException {
        var bounded = new BoundedInput(in, limits.bytesMax());
        XmlCursor xml = null;
        try {
            xml = new XmlCursor(file, bounded, limits);
            return readFile(xml, bounded, activities);
        } catch (Unreadable unreadable) {
            return new IatiReading.Refused(unreadable.refusal());
        } catch (XMLStreamException e) {
            return new IatiReading.Refused(refusal(file, xml, e));
        } catch (WstxLazyException e) {
            // Woodstox reads text late, in calls that declare no checked exception.
            return new IatiReading.Refused(
                    refusal(file, xml, (XMLStreamException) Objects.requireNonNull(e.getCause())));
        }
    }

    private IatiReading readFile(XmlCursor xml, BoundedInput in, Consumer<IatiActivity> consumer)
            throws XMLStreamException {
        String root = xml.root();
        if (!root.equals("iati-activities")) {
            throw xml.refuse(xml.position(), Reason.NOT_IATI, root);
        }
        var oddities = new Oddities();
        var header = new IatiHeader(version(xml, oddities), xml.attribute("generated-datetime"));
        String language = xml.languageOr(null);
        int activities = 0;
        int transactions = 0;
        while (xml.nextChild()) {
            if (!xml.name().equals("iati-activity")) {
                xml.skipUnknown(oddities);
                xml.limit("strayElementsMax", oddities.count(), STRAY_ELEMENTS_MAX);
                continue;
            }
            xml.limit("activitiesMax", ++activities, limits.activitiesMax());
            xml.beginActivity();
            IatiActivity activity = new ActivityParser(xml, limits, language, transactions).read();
            xml.endActivity();
            transactions += activity.transactions().size();
            consumer.accept(activity);
        }
        if (activities == 0) {
            oddities.add(OddityKind.FILE_EMPTY, xml.position(), "no iati-activity");
        }
        xml.end();
        return new IatiReading.Complete(header, activities, transactions, in.bytes(), oddities.found());
    }

    /**
     * The schema takes any text as a version. A number that is not 2.03 names another version and is refused; a text
     * that names none, as in the standard's own test files, is judged by what follows.
     */
    private static String version(XmlCursor xml, Oddities oddities) {
        String version = xml.attribute("version");
        if (version == null) {
            throw xml.refuse(xml.position(), Reason.VERSION_MISSING);
        }
        if (!version.equals(VERSION)) {
            if (VERSION_NUMBER.matcher(version).matches()) {
                throw xml.refuse(xml.position(), Reason.VERSION_OTHER, version);
            }
            oddities.add(OddityKind.VERSION_UNPUBLISHED, xml.position(), version);
        }
        return version;
    }

    private IatiRefusal refusal(String file, @Nullable XmlCursor xml, XMLStreamException e) throws IOException {
        Location location = e.getLocation();
        Position at = location != null
                ? new Position(location.getLineNumber(), location.getColumnNumber())
                : xml != null ? xml.position() : new Position(0, 0);
        for (Throwable cause = e.getNestedException(); cause != null; cause = cause.getCause()) {
            if (cause instanceof BoundedInput.TooLong) {
                return new IatiRefusal(file, at.line(), at.column(), Reason.LIMIT_EXCEEDED,
                        List.of("bytesMax", Long.toString(limits.bytesMax())));
            }
            if (cause instanceof IOException io && !isAboutCharacters(io)) {
                throw io;
            }
        }
        var limit = PARSER_LIMIT.matcher(words(e));
        return limit.matches()
                ? new IatiRefusal(file, at.line(), at.column(), Reason.LIMIT_EXCEEDED,
                        List.of(limit.group("name"), limit.group("max")))
                : new IatiRefusal(file, at.line(), at.column(), Reason.MALFORMED, List.of(words(e)));
    }

    private static boolean isAboutCharacters(IOException e) {
        return e instanceof CharConversionException || e instanceof CharacterCodingException
                || e instanceof UnsupportedEncodingException;
    }

    /** The parser's own words without the place, which a refusal says elsewhere. */
    private static String words(XMLStreamException e) {
        String message = Objects.requireNonNullElse(e.getMessage(), "unreadable");
        int place = message.indexOf("\n at [row,col");
        return place < 0 ? message : message.substring(0, place);
    }
}
