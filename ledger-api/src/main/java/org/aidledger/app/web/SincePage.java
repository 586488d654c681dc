package org.aidledger.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.LongStream;
import org.aidledger.app.exchange.evidence.CheckpointQr;
import org.aidledger.app.exchange.evidence.CheckpointRefusal;
import org.aidledger.app.exchange.evidence.SavedCheckpoint;
import org.aidledger.app.witness.Witnesses;
import org.aidledger.log.SinceVisit;
import org.aidledger.log.SinceVisit.Finding;
import org.aidledger.project.ProjectId;
import org.aidledger.text.Texts;
import org.aidledger.tlog.SignedCheckpoint;
import org.aidledger.tlog.evidence.VerifierTexts;
import org.aidledger.view.trail.Trail;
import org.aidledger.view.trail.TrailLine;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;

/** An auditor hands in the checkpoint of the last visit and reads what became of the log since. */
@Controller
final class SincePage {

    private static final int EVENTS_SHOWN = 100;

    private final SinceVisit visits;
    private final Witnesses witnesses;
    private final Trail trail;

    SincePage(SinceVisit visits, Witnesses witnesses, Trail trail) {
        this.visits = visits;
        this.witnesses = witnesses;
        this.trail = trail;
    }

    /** What was added to one stream. */
    record StreamRow(String id, @Nullable String href, String events, String backDated, String reversals) {
    }

    /** One event that was added. */
    record EventRow(long index, String href, String effective, String recorded, String sentence, boolean backDated) {
    }

    @GetMapping("/since")
    String since(@RequestParam(defaultValue = "") String checkpoint, HttpServletRequest request, Model model) {
        String lang = Language.named(request).map(Language::tag).orElse(null);
        Address here = Address.of("/since").with("lang", lang);
        Address asked = checkpoint.isBlank() ? here : here.with("checkpoint", checkpoint);
        model.addAttribute("frame", Frame.of(request, asked));
        model.addAttribute("here", here.toString());
        model.addAttribute("checkpoint", checkpoint);
        if (!checkpoint.isBlank()) {
            try {
                SignedCheckpoint saved = SavedCheckpoint.ofText(checkpoint);
                model.addAttribute("size", Shown.in(Language.of(request)).number(saved.checkpoint().size()));
                show(visits.compare(saved), Language.of(request), lang, model);
            } catch (CheckpointRefusal.Refused refused) {
                refuse(refused.refusal(), request, model);
            }
        }
        return "since";
    }

    /** A picture of the QR code counts before the text; what was read in it is shown as text. */
    @PostMapping(path = "/since", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String handedIn(@RequestParam(defaultValue = "") String checkpoint,
            @RequestParam(required = false) @Nullable MultipartFile picture, HttpServletRequest request, Model model)
            throws IOException {
        if (picture == null || picture.isEmpty()) {
            return since(checkpoint, request, model);
        }
        try (InputStream bytes = picture.getInputStream()) {
            return since(SavedCheckpoint.read(bytes).note().toString(), request, model);
        } catch (CheckpointRefusal.Refused refused) {
            refuse(refused.refusal(), request, model);
            return since("", request, model);
        }
    }

    /** The server takes no more than somewhat above what is read here. */
    @ExceptionHandler
    String tooLarge(MultipartException tooLarge, HttpServletRequest request, Model model) {
        refuse(new CheckpointRefusal.TooManyBytes(SavedCheckpoint.BYTES_MAX), request, model);
        return since("", request, model);
    }

    private static void refuse(CheckpointRefusal refusal, HttpServletRequest request, Model model) {
        model.addAttribute("refused", Texts.in(Language.of(request).locale()).say(refusal));
    }

    private void show(Finding finding, Language language, @Nullable String lang, Model model) {
        Shown shown = Shown.in(language);
        model.addAttribute("witnesses", witnesses.statuses().size());
        model.addAttribute("cosigned", witnesses.cosigned(finding.now().checkpoint().size()));
        model.addAttribute("now", finding.now().note().toString());
        model.addAttribute("qr", CheckpointQr.image(finding.now()));
        model.addAttribute("sizeNow", shown.number(finding.now().checkpoint().size()));
        switch (finding) {
            case Finding.NotOurs(var _, var why) -> {
                model.addAttribute("verdict", "notOurs");
                model.addAttribute("why", VerifierTexts.in(language.tag()).detail(why));
            }
            case Finding.Shrunk _ -> model.addAttribute("verdict", "shrunk");
            case Finding.Rewritten(var _, var root) -> {
                model.addAttribute("verdict", "rewritten");
                model.addAttribute("rootNow", root.base64());
            }
            case Finding.WentOn(var _, var proof, var added) -> {
                model.addAttribute("verdict", "wentOn");
                model.addAttribute("proof", proof.path().size());
                model.addAttribute("events", shown.number(added.events()));
                model.addAttribute("backDated", shown.number(added.backDated()));
                model.addAttribute("reversals", shown.number(added.reversals()));
                model.addAttribute("visited", shown.date(added.visited()));
                model.addAttribute("streams", added.streams().stream().map(stream -> new StreamRow(stream.id(),
                        stream.id().startsWith(ProjectId.PREFIX)
                                ? Address.of("/projects/" + stream.id()).with("lang", lang).toString()
                                : null,
                        shown.number(stream.events()), shown.number(stream.backDated()),
                        shown.number(stream.reversals()))).toList());
                model.addAttribute("moreStreams", added.streamCount() > added.streams().size());
                model.addAttribute("rows", rows(added, language, lang));
                model.addAttribute("moreEvents", added.events() > EVENTS_SHOWN);
            }
        }
    }

    private List<EventRow> rows(SinceVisit.Added added, Language language, @Nullable String lang) {
        Shown shown = Shown.in(language);
        return LongStream.range(added.from(), Math.min(added.to(), added.from() + EVENTS_SHOWN)).mapToObj(index -> {
            TrailLine line = trail.line(index).orElseThrow();
            return new EventRow(index, Address.of("/events/" + index).with("lang", lang).toString(),
                    shown.date(line.entry().effectiveDate()), shown.time(line.entry().recordedAt()),
                    line.sentence(language.locale()), !line.entry().effectiveDate().isAfter(added.visited()));
        }).toList();
    }
}
