package org.aidledger.app.exchange.evidence;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aidledger.app.exchange.evidence.EvidenceRequest.Scope;
import org.aidledger.log.LogIdentity;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.evidence.BundleVerifier;
import org.aidledger.tlog.evidence.Cited;

/** A bundle as people read it: one page of HTML that needs nothing else, or a PDF made of such a page. */
final class EvidenceReport {

    /** Events that the PDF lists; the HTML has them all. */
    static final int PRINTED_EVENTS_MAX = 1_000;

    private static final String PRINTED_STYLE = """
            @page{size:A4;margin:18mm 15mm;@bottom-right{content:counter(page) " / " counter(pages);font-size:8pt}}
            body{font:9pt/1.4 '%s'}h1{font-size:15pt}h2{font-size:12pt;border-bottom:1px solid #999}
            table{border-collapse:collapse;width:100%%;-fs-table-paginate:paginate}thead{display:table-header-group}
            tr{page-break-inside:avoid}th,td{border:1px solid #bbb;padding:2pt 3pt;text-align:left;vertical-align:top;
            word-wrap:break-word}td.n{text-align:right}img.qr{width:45mm;height:45mm}pre{font:7pt/1.3 '%s';white-space:pre-wrap;
            word-wrap:break-word}""".formatted(EvidencePdf.FONT_FAMILY, EvidencePdf.FONT_FAMILY);

    private static final String STYLE = """
            body{font:1rem/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}
            table{border-collapse:collapse;width:100%}th,td{border:1px solid #bbb;padding:.3rem .5rem;text-align:left;vertical-align:top}
            td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}code,pre{overflow-wrap:anywhere;white-space:pre-wrap}
            img.qr{width:14rem;height:14rem;image-rendering:pixelated}
            @media print{body{margin:0;max-width:none}thead{display:table-header-group}tr{break-inside:avoid}}""";

    private final EvidenceTexts texts;
    private final Scope scope;
    private final LogIdentity identity;
    private final SignedCheckpoint checkpoint;

    EvidenceReport(EvidenceTexts texts, Scope scope, LogIdentity identity, SignedCheckpoint checkpoint) {
        this.texts = texts;
        this.scope = scope;
        this.identity = identity;
        this.checkpoint = checkpoint;
    }

    /** Lists every event; written as it is read. */
    void html(List<ClaimedFigures> claims, Contents contents, Writer out) throws IOException {
        write(new ReportPage(out), claims, contents, STYLE, Integer.MAX_VALUE);
    }

    /** Lists the first {@value #PRINTED_EVENTS_MAX} events, sums up the others and names what lists them all. */
    byte[] pdf(List<ClaimedFigures> claims, Contents contents) throws IOException {
        StringWriter out = new StringWriter();
        write(new ReportPage(out), claims, contents, PRINTED_STYLE, PRINTED_EVENTS_MAX);
        return EvidencePdf.of(out.toString(), title(), texts.language());
    }

    private void write(ReportPage page, List<ClaimedFigures> claims, Contents contents, String style, int rowsMax)
            throws IOException {
        try {
            String title = title();
            page.markup("<!DOCTYPE html>\n<html lang=\"", texts.language(), "\"><head><meta charset=\"utf-8\"/>",
                    "<title>", ReportPage.escaped(title), "</title><style>", style, "</style></head><body>\n");
            page.element("h1", title);
            page.element("p", texts.say("report.lead", Map.of("origin", identity.origin())));
            checkpoint(page);
            page.element("h2", texts.say("report.figures"));
            claims.forEach(claim -> figures(page, claim));
            events(page, contents, rowsMax);
            documents(page, contents.documents(), rowsMax);
            page.markup("</body></html>\n");
        } catch (UncheckedIOException e) {
            throw new IOException("the report cannot be written", e.getCause());
        }
    }

    private void events(ReportPage page, Contents contents, int rowsMax) {
        page.element("h2", texts.say("report.events"));
        head(page, "report.index", "report.effective", "report.recorded", "report.what", "report.who", "report.why");
        contents.lines().limit(rowsMax)
                .forEach(line -> page.row(Long.toString(line.index()), line.entry().effectiveDate().toString(),
                        line.entry().recordedAt().toString(), line.sentence(texts.locale()), line.actor(),
                        line.reason()));
        page.endTable();
        if (contents.events() > rowsMax) {
            page.element("p", texts.say("report.events.more", Map.of("shown", Integer.toString(rowsMax), "events",
                    Integer.toString(contents.events()), "others", Integer.toString(contents.events() - rowsMax))));
            head(page, "report.kind", "report.count", "report.first", "report.last");
            contents.unprinted().forEach((type, kind) -> page.row(type, Long.toString(kind.events()),
                    Long.toString(kind.first()), Long.toString(kind.last())));
            page.endTable();
        }
    }

    private void documents(ReportPage page, Set<Cited> documents, int rowsMax) {
        page.element("h2", texts.say("report.documents"));
        head(page, "report.index", "report.reference", "report.sha256");
        documents.stream().limit(rowsMax)
                .forEach(document -> page.row(Long.toString(document.index()), document.reference(),
                        document.sha256().isEmpty() ? texts.say("report.sha256.none") : document.sha256()));
        page.endTable();
        if (documents.size() > rowsMax) {
            page.element("p", texts.say("report.documents.more",
                    Map.of("shown", Integer.toString(rowsMax), "documents", Integer.toString(documents.size()))));
        }
    }

    private String title() {
        return texts.say("report.title", Map.of("subject", subject()));
    }

    private String subject() {
        return switch (scope) {
            case Scope.Project(var id) -> texts.say("report.project", Map.of("id", id));
            case Scope.Inspection(var id) -> texts.say("report.inspection", Map.of("id", id));
            case Scope.Figure(var project, var currency, var measure) -> texts.say("report.figure",
                    Map.of("project", project, "currency", currency.code(), "measure", texts.measure(measure.key())));
            case Scope.Sheet(var periods, var month) ->
                texts.say("report.sheet", Map.of("periods", periods, "month", month.toString()));
            case Scope.Period(var first, var last) ->
                texts.say("report.period", Map.of("first", first.toString(), "last", last.toString()));
        };
    }

    private void checkpoint(ReportPage page) {
        page.element("h2", texts.say("report.checkpoint"));
        page.element("p", texts.say("report.checkpoint.of", Map.of("size",
                Long.toString(checkpoint.checkpoint().size()), "root", checkpoint.checkpoint().root().base64())));
        page.element("pre", CheckpointQr.text(checkpoint));
        page.markup("<p><img class=\"qr\" src=\"", CheckpointQr.image(checkpoint), "\" alt=\"",
                ReportPage.escaped(texts.say("report.qr")), "\"/></p>\n");
        page.element("p", texts.say("report.qr"));
        page.element("p",
                texts.say("report.fingerprint") + ": " + BundleVerifier.fingerprint(identity.verifierKey()));
        page.element("h2", texts.say("report.verify"));
        for (String way : new String[] {"page", "java", "ledger"}) {
            page.element("p", texts.say("report.verify." + way));
        }
        page.element("p", texts.say("report.not-shown"));
    }

    private void figures(ReportPage page, ClaimedFigures claim) {
        Object command = claim.query().get("command");
        if (command != null) {
            page.element("p", texts.say("report.query", Map.of("query", command.toString())));
        }
        if (claim.figures().isEmpty()) {
            page.element("p", texts.say("report.none"));
            return;
        }
        head(page, "report.subject", "report.measure", "report.amount", "report.currency");
        claim.figures().forEach((currency, amounts) -> amounts.forEach((name, amount) -> {
            page.markup("<tr>");
            page.element("td", claim.subject().equals("*") ? texts.say("report.all") : claim.subject());
            page.element("td", texts.measure(name));
            page.markup("<td class=\"n\">", texts.amount(amount), "</td>");
            page.element("td", currency);
            page.markup("</tr>\n");
        }));
        page.endTable();
    }

    private void head(ReportPage page, String... codes) {
        page.head(Arrays.stream(codes).map(texts::say).toArray(String[]::new));
    }
}
