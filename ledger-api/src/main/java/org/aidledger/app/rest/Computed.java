package org.aidledger.app.rest;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.aidledger.log.PublishedLog;
import org.aidledger.view.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Answers questions with figures, each saying what it was computed at. */
@Component
final class Computed {

    /** The header that says how many events an answer rests on. */
    static final String KNOWN_AT = "Known-At";

    private final PublishedLog log;

    Computed(PublishedLog log) {
        this.log = log;
    }

    /**
     * What an answer was computed at.
     *
     * @param known the number of events it rests on
     * @param root the log's root at that number, in base64 as a checkpoint has it
     * @param behind whether more was asked for than the views hold yet
     * @param permanent the address that gives this answer for ever
     */
    record At(@Nullable LocalDate effective, long known, @Nullable YearMonth booked, boolean behind, String root,
            String permanent) {
    }

    At at(AsOf.Answered answered) {
        var here = ServletUriComponentsBuilder.fromCurrentRequest()
                .scheme(null).host(null).port(null);
        if (answered.effective() != null) { // also where it was not asked for and is today
            here.replaceQueryParam("effective", answered.effective());
        }
        String permanent = here.replaceQueryParam("known", answered.known()).build().toUriString();
        return new At(answered.effective(), answered.known(), answered.booked(), answered.behind(),
                log.root(answered.known()).base64(), permanent);
    }

    /** An answer in words, which differs by language. */
    <T> ResponseEntity<T> answer(At at, Locale language, T body) {
        return answered(at, "-" + language.getLanguage()).header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE).body(body);
    }

    /** The answer, with its number and an entity tag, so that it is sent only to who does not have it. */
    <T> ResponseEntity<T> answer(At at, T body) {
        return answered(at, "").body(body);
    }

    private static ResponseEntity.BodyBuilder answered(At at, String variant) {
        // The day, since at an address that does not name one the answer is another tomorrow, with nothing recorded between.
        return ResponseEntity.ok().header(KNOWN_AT, Long.toString(at.known()))
                .eTag(at.known() + "-" + at.root().substring(0, 16)
                        + (at.effective() == null ? "" : "-" + at.effective()) + (at.behind() ? "-behind" : "")
                        + variant)
                .cacheControl(CacheControl.noCache().cachePrivate());
    }
}
