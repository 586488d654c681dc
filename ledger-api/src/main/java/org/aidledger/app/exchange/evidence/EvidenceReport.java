package org.aidledger.app.exchange.evidence;

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

/** A bundle as people read it: one page of HTML that needs nothing else. */
final class EvidenceReport {

    private static final String STYLE = """
            body{font:1rem/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}
            table{border-collapse:collapse;width:100%}th,td{border:1px solid #bbb;padding:.3rem .5rem;text-align:left;vertical-align:top}
            td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}code{overflow-wrap:anywhere}
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
        String title = texts.say("report.title", Map.of("subject", subject()));
        page.append("<!DOCTYPE html>\n<html lang=\"").append(texts.language())
                .append("\"><head><meta charset=\"utf-8\">")
                .append("<title>").append(escaped(title)).append("</title><style>").append(STYLE)
                .append("</style></head><body>\n");
        element("h1", title);
        element("p", texts.say("report.lead", Map.of("origin", identity.origin())));
        checkpoint();
        element("h2", texts.say("report.figures"));
        gathered.claims().forEach(this::figures);
        element("h2", texts.say("report.events"));
        head("report.index", "report.effective", "report.recorded", "report.what", "report.who", "report.why");
        gathered.lines().values().forEach(this::event);
        page.append("</tbody></table>\n");
        element("h2", texts.say("report.documents"));
        head("report.index", "report.reference", "report.sha256");
        for (Cited document : documents) {
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

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
