package org.aidledger.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aidledger.text.Texts;

/** The two languages of the pages. */
enum Language {

    VI(Texts.VIETNAMESE, "Tiếng Việt"), EN(Texts.ENGLISH, "English");

    /** Of the address alone: a form's body may be large, and nobody has asked for it yet. */
    private static final Pattern NAMED = Pattern.compile("(?:^|&)lang=([a-z]+)(?:&|$)");

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    Locale locale() {
        return locale;
    }

    /** As its speakers call it. */
    String ownName() {
        return ownName;
    }

    String tag() {
        return locale.getLanguage();
    }

    /** The one named in the address, as {@code lang=vi}. */
    static Optional<Language> named(HttpServletRequest request) {
        String query = request.getQueryString();
        Matcher named = NAMED.matcher(query == null ? "" : query);
        String tag = named.find() ? named.group(1) : "";
        return Arrays.stream(values()).filter(language -> language.tag().equals(tag)).findFirst();
    }

    /** The one named in the address, else the first that the browser asks for, else English. */
    static Language of(HttpServletRequest request) {
        List<Locale> accepted = request.getHeader("Accept-Language") == null ? List.of()
                : Collections.list(request.getLocales());
        return named(request).or(() -> accepted.stream().map(Locale::getLanguage)
                .flatMap(tag -> Arrays.stream(values()).filter(language -> language.tag().equals(tag))).findFirst())
                .orElse(EN);
    }
}
