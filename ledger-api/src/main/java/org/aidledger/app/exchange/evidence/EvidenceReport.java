package org.aidledger.app.exchange.evidence;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.aidledger.app.exchange.evidence.EvidenceExport.Gathered;
import org.aidledger.app.exchange.evidence.EvidenceRequest.Scope;
import org.aidledger.log.LogIdentity;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.evidence.BundleVerifier;
import org.aidledger.tlog.evidence.Cited;
import org.aidledger.view.trail.TrailLine;
import org.jspecify.annotations.Nullable;

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
    private final StringBuilder page = new StringBuilder();

    EvidenceReport(EvidenceTexts texts, Scope scope, LogIdentity identity, SignedCheckpoint checkpoint) {
        this.texts = texts;
        this.scope = scope;
        this.identity = identity;
        this.checkpoint = checkpoint;
    }

    String html(Gathered gathered, Set<Cited> documents) {
        return page(gathered, documents, STYLE, Integer.MAX_VALUE);
    }

    byte[] pdf(Gathered gathered, Set<Cited> documents) throws IOException {
        return EvidencePdf.of(page(gathered, documents, PRINTED_STYLE, PRINTED_EVENTS_MAX), title(), texts.language());
    }

    private String title() {
        return texts.say("report.title", Map.of("subject", subject()));
    }

    /** Well-formed XML as well. */
    private String page(Gathered gathered, Set<Cited> documents, String style, int eventsMax) {
        page.setLength(0);
        String title = title();
        page.append("<!DOCTYPE html>\n<html lang=\"").append(texts.language())
                .append("\"><head><meta charset=\"utf-8\"/>")
                .append("<title>").append(escaped(title)).append("</title><style>").append(style)
                .append("</style></head><body>\n");
        element("h1", title);
        element("p", texts.say("report.lead", Map.of("origin", identity.origin())));
        checkpoint();
        element("h2", texts.say("report.figures"));
        gathered.claims().forEach(this::figures);
        element("h2", texts.say("report.events"));
        head("report.index", "report.effective", "report.recorded", "report.what", "report.who", "report.why");
        gathered.lines().values().stream().limit(eventsMax).forEach(this::event);
        page.append("</tbody></table>\n");
        if (gathered.lines().size() > eventsMax) {
            element("p", texts.say("report.events.more", Map.of("shown", Integer.toString(eventsMax), "events",
                    Integer.toString(gathered.lines().size()))));
        }
        element("h2", texts.say("report.documents"));
        head("report.index", "report.reference", "report.sha256");
        for (Cited document : documents.stream().limit(eventsMax).toList()) {
            row(Long.toString(document.index()), document.reference(),
                    document.sha256().isEmpty() ? texts.say("report.sha256.none") : document.sha256());
        }
        page.append("</tbody></table>\n");
        return page.append("</body></html>\n").toString();
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

    private void checkpoint() {
        element("h2", texts.say("report.checkpoint"));
        element("p", texts.say("report.checkpoint.of", Map.of("size", Long.toString(checkpoint.checkpoint().size()),
                "root", checkpoint.checkpoint().root().base64())));
        element("pre", CheckpointQr.text(checkpoint));
        page.append("<p><img class=\"qr\" src=\"").append(CheckpointQr.image(checkpoint)).append("\" alt=\"")
                .append(escaped(texts.say("report.qr"))).append("\"/></p>\n");
        element("p", texts.say("report.qr"));
        element("p", texts.say("report.fingerprint") + ": " + BundleVerifier.fingerprint(identity.verifierKey()));
        element("h2", texts.say("report.verify"));
        for (String way : new String[] {"page", "java", "ledger"}) {
            element("p", texts.say("report.verify." + way));
        }
        element("p", texts.say("report.not-shown"));
    }

    private void figures(ClaimedFigures claim) {
        Object command = claim.query().get("command");
        if (command != null) {
            element("p", texts.say("report.query", Map.of("query", command.toString())));
        }
        if (claim.figures().isEmpty()) {
            element("p", texts.say("report.none"));
            return;
        }
        head("report.subject", "report.measure", "report.amount", "report.currency");
        claim.figures().forEach((currency, amounts) -> amounts.forEach((name, amount) -> {
            page.append("<tr>");
            element("td", claim.subject().equals("*") ? texts.say("report.all") : claim.subject());
            element("td", texts.measure(name));
            page.append("<td class=\"n\">").append(texts.amount(amount)).append("</td>");
            element("td", currency);
            page.append("</tr>\n");
        }));
        page.append("</tbody></table>\n");
    }

    private void event(TrailLine line) {
        Locale locale = texts.locale();
        row(Long.toString(line.index()), line.entry().effectiveDate().toString(), line.entry().recordedAt().toString(),
                line.sentence(locale), line.actor(), line.reason());
    }

    private void head(String... codes) {
        page.append("<table><thead><tr>");
        for (String code : codes) {
            page.append("<th scope=\"col\">").append(escaped(texts.say(code))).append("</th>");
        }
        page.append("</tr></thead><tbody>\n");
    }

    private void row(@Nullable String... cells) {
        page.append("<tr>");
        for (String cell : cells) {
            element("td", cell == null ? "" : cell);
        }
        page.append("</tr>\n");
    }

    private void element(String name, String text) {
        page.append('<').append(name).append('>').append(escaped(text)).append("</").append(name).append(">\n");
    }

    /** What XML cannot hold (control characters, halves of a pair) is shown as replaced. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(isCharacter(c) ? c : 0xfffd);
            }
        });
        return safe.toString();
    }

    private static boolean isCharacter(int c) {
        return c >= ' ' ? (c < 0xd800 || c > 0xdfff) && (c & 0xfffe) != 0xfffe : c == '\n' || c == '\t';
    }
}
