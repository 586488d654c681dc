package org.aidledger.app.exchange.iati;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is odd about one activity, one transaction or one file while it is read. */
final class Oddities {

    private final List<Oddity> found = new ArrayList<>();

    void add(OddityKind kind, Position at, String detail) {
        found.add(new Oddity(kind, at.line(), detail));
    }

    /** Notes a code that is there and not on its list. */
    void unlessListed(@Nullable String code, Set<String> list, OddityKind kind, Position at) {
        if (code != null && !list.contains(code)) {
            add(kind, at, code);
        }
    }

    int count() {
        return found.size();
    }

    List<Oddity> found() {
        return List.copyOf(found);
    }
}
