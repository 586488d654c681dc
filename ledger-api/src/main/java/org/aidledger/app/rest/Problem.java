package org.aidledger.app.rest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aidledger.event.Refusal;
import org.aidledger.text.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Refusals as {@code application/problem+json} (RFC 9457).
 *
 * @param type stable name of the problem
 * @param title what kind of problem it is, in the caller's language
 * @param status HTTP status
 * @param detail the sentence of the gravest refusal, in the caller's language
 * @param code its stable code
 * @param arguments what the sentence was made of
 * @param refusals all refusals, the gravest first
 */
record Problem(String type, String title, int status, String detail, String code, Map<String, String> arguments,
        List<Said> refusals) {

    private static final Map<String, Integer> STATUS = Map.of(
            "stream.not-registered", 404,
            "stream.registered-differently", 409,
            "stream.contended", 409,
            "stream.version-moved", 412,
            "checkpoint.too-many-bytes", 413);
    private static final int REFUSED_BY_A_RULE = 422;

    /** One refusal, said in the caller's language. */
    record Said(String code, Map<String, String> arguments, String detail) {
        static Said of(Refusal refusal, Texts texts) {
            return new Said(refusal.code(), refusal.arguments(),
                    refusal instanceof RequestRefusal request ? request.say(texts) : texts.say(refusal));
        }
    }

    static Problem of(List<Refusal> refusals, String advice, Locale locale) {
        Texts texts = Texts.in(locale);
        Refusal gravest = refusals.getFirst();
        List<Said> said = refusals.stream().map(refusal -> Said.of(refusal, texts)).toList();
        int status = status(gravest);
        return new Problem(
                "urn:aidledger:" + (gravest instanceof RequestRefusal ? "problem" : "refusal") + ":" + gravest.code(),
                texts.say("title." + status, Map.of()), status, (said.getFirst().detail() + " " + advice).strip(),
                gravest.code(), gravest.arguments(), said);
    }

    private static int status(Refusal refusal) {
        return refusal instanceof RequestRefusal request ? request.status()
                : STATUS.getOrDefault(refusal.code(), REFUSED_BY_A_RULE);
    }

    static ResponseEntity<Object> answer(List<Refusal> refusals, Locale locale, HttpHeaders headers) {
        return answer(refusals, "", locale, headers);
    }

    /** With what to do about it, in the same language. */
    static ResponseEntity<Object> answer(List<Refusal> refusals, String advice, Locale locale, HttpHeaders headers) {
        Problem problem = of(refusals, advice, locale);
        return ResponseEntity.status(problem.status()).headers(headers).contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage()).body(problem);
    }
}
