package org.aidledger.app.web;

import jakarta.servlet.http.HttpServletRequest;
import org.aidledger.catalogue.Catalogue;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.gateway.LedgerGateway;
import org.aidledger.project.ProjectId;
import org.aidledger.tlog.TreeHasher;
import org.aidledger.view.trail.Trail;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One event: what it says in words, and the leaf that the log hashes. */
@Controller
final class EventPage {

    private static final JsonMapper INDENTING = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final EntryReader reader;
    private final Trail trail;

    EventPage(LedgerGateway gateway, Trail trail) {
        this.reader = gateway.reader();
        this.trail = trail;
    }

    @GetMapping("/events/{index}")
    String event(@PathVariable long index, HttpServletRequest request, Model model) {
        byte[] leaf = reader.leaf(index).orElseThrow(
                () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "event " + index));
        String lang = Language.named(request).map(Language::tag).orElse(null);
        Address here = Address.of("/events/" + index).with("lang", lang);
        String stream = Catalogue.header(leaf).stream();
        model.addAttribute("frame", Frame.of(request, here));
        model.addAttribute("index", index);
        model.addAttribute("stream", stream);
        model.addAttribute("version", Catalogue.header(leaf).version());
        model.addAttribute("type", Catalogue.header(leaf).type());
        model.addAttribute("row", trail.line(index)
                .map(line -> TrailRow.of(line, Language.of(request), here)).orElseThrow());
        model.addAttribute("leaf", INDENTING.writeValueAsString(INDENTING.readTree(leaf)));
        model.addAttribute("bytes", leaf.length);
        model.addAttribute("hash", new TreeHasher().leaf(leaf).hex());
        model.addAttribute("projectHref", stream.startsWith(ProjectId.PREFIX)
                ? Address.of("/projects/" + stream).with("lang", lang).toString() : null);
        model.addAttribute("previous",
                index == 0 ? null : Address.of("/events/" + (index - 1)).with("lang", lang).toString());
        model.addAttribute("next", index + 1 < reader.size()
                ? Address.of("/events/" + (index + 1)).with("lang", lang).toString() : null);
        return "event";
    }
}
