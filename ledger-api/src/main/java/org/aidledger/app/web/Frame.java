package org.aidledger.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is around every page.
 *
 * @param language tag of the page's language
 * @param explicit the tag when the address names it, to be carried along; else null
 * @param places the parts of the ledger, to go to from anywhere
 * @param switches the page in each language
 * @param user who is logged in
 */
record Frame(String language, @Nullable String explicit, String home, List<Place> places, List<Switch> switches,
        @Nullable String user) {

    private static final List<Place> PLACES = List.of(new Place("projects", "/", false),
            new Place("portfolio", "/portfolio", false), new Place("headline", "/headline", false),
            new Place("targets", "/targets", false), new Place("deadlines", "/deadlines", false),
            new Place("signals", "/signals", false), new Place("donors", "/donors", false),
            new Place("periods", "/periods", false), new Place("bank", "/bank", false));

    /** A link to a part of the ledger, which {@code key} names in the messages; {@code current} where the page is there. */
    record Place(String key, String href, boolean current) {
    }

    /** A link to the same page in a language; {@code current} for the page's own. */
    record Switch(String tag, String name, String href, boolean current) {
    }

    static Frame of(HttpServletRequest request, Address here) {
        Language language = Language.of(request);
        String explicit = Language.named(request).map(Language::tag).orElse(null);
        List<Switch> switches = new ArrayList<>();
        for (Language other : Language.values()) {
            switches.add(new Switch(other.tag(), other.ownName(), here.with("lang", other.tag()).toString(),
                    other == language));
        }
        Principal user = request.getUserPrincipal();
        return new Frame(language.tag(), explicit, Address.of("/").with("lang", explicit).toString(),
                PLACES.stream().map(place -> new Place(place.key,
                        Address.of(place.href).with("lang", explicit).toString(), place.href.equals(here.path())))
                        .toList(),
                switches, user == null ? null : user.getName());
    }
}
