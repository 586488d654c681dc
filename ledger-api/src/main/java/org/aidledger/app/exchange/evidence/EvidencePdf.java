package org.aidledger.app.exchange.evidence;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** A report as a PDF whose bytes depend on the report alone: no clock, no chance, nothing compressed. */
final class EvidencePdf {

    /** Comes with PDFBox, under the SIL Open Font License 1.1; it has every letter of Vietnamese. */
    static final String FONT_FAMILY = "Liberation Sans";
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** What the trailer says of the compressed table of objects that it was read from. */
    private static final List<COSName> OF_THE_TABLE_BEFORE = List.of(COSName.ID, COSName.TYPE, COSName.LENGTH,
            COSName.FILTER, COSName.DECODE_PARMS, COSName.INDEX, COSName.W);

    static {
        XRLog.setLoggingEnabled(false);
    }

    private EvidencePdf() {
    }

    /** @param xhtml well-formed, and in need of nothing else */
    static byte[] of(String xhtml, String title, String language) throws IOException {
        ByteArrayOutputStream rendered = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(EvidencePdf::font, FONT_FAMILY);
        builder.withHtmlContent(xhtml, null);
        builder.toStream(rendered);
        builder.run();
        return settled(rendered.toByteArray(), title, language);
    }

    private static InputStream font() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT),
                FONT + " is missing from the program");
    }

    private static byte[] settled(byte[] pdf, String title, String language) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            COSDocument objects = document.getDocument();
            for (COSObjectKey key : objects.getXrefTable().keySet()) {
                if (objects.getObjectFromPool(key).getObject() instanceof COSStream stream) {
                    unfold(stream);
                }
            }
            PDDocumentInformation information = new PDDocumentInformation();
            information.setTitle(title);
            information.setProducer("Aid Ledger");
            document.setDocumentInformation(information);
            document.getDocumentCatalog().setLanguage(language);
            OF_THE_TABLE_BEFORE.forEach(objects.getTrailer()::removeItem);
            document.setDocumentId(0L);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }

    /** Compressed bytes differ between versions of zlib. */
    private static void unfold(COSStream stream) throws IOException {
        COSBase filter = stream.getFilters() instanceof COSArray filters && filters.size() == 1 ? filters.getObject(0)
                : stream.getFilters();
        if (!COSName.FLATE_DECODE.equals(filter)) {
            return;
        }
        byte[] plain;
        try (InputStream in = stream.createInputStream()) {
            plain = in.readAllBytes();
        }
        stream.removeItem(COSName.FILTER);
        stream.removeItem(COSName.DECODE_PARMS);
        try (OutputStream out = stream.createRawOutputStream()) {
            out.write(plain);
        }
    }
}
