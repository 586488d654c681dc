package org.aidledger.app.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists after one another, cut into pages as if they were one: what is at the top stays on the first page. */
final class CutLists {

    /** Rows of a page, of all lists together. */
    static final int ROWS_MAX = 500;

    private final Address here;
    private final int page;
    private long before;

    /** @param page from 1 on */
    CutLists(Address here, int page) {
        this.here = here;
        this.page = page;
    }

    /**
     * What of a list is on the page.
     *
     * @param count of the whole list
     * @param begins where its first row is, when that is another page
     */
    record Part<R>(int count, List<R> rows, @Nullable String begins) {
    }

    /** The next list; {@code row} is asked for those on the page only. */
    <T, R> Part<R> next(String anchor, List<T> list, Function<T, R> row) {
        long from = (page - 1L) * ROWS_MAX - before;
        List<R> rows = list.subList(Math.clamp(from, 0, list.size()), Math.clamp(from + ROWS_MAX, 0, list.size()))
                .stream().map(row).toList();
        long first = before / ROWS_MAX + 1;
        before += list.size();
        return new Part<>(list.size(), rows, list.isEmpty() || first == page ? null : at(first) + "#" + anchor);
    }

    /** The first page, when this is another. */
    @Nullable
    String first() {
        return page > 1 ? at(1) : null;
    }

    /** The page after this one, when the lists go on. */
    @Nullable
    String following() {
        return before > (long) page * ROWS_MAX ? at(page + 1L) : null;
    }

    private String at(long page) {
        return here.with("page", page > 1 ? page : null).toString();
    }
}
