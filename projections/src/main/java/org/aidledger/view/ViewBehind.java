package org.aidledger.view;

/** An answer is over more events than its view holds, and would lack some. The view catches up by itself. */
public final class ViewBehind extends IllegalStateException {

    private static final long serialVersionUID = 1;

    private final long held;
    private final long known;

    /**
     * @param held the number of events that the view holds
     * @param known the number of events that the answer is over
     */
    public ViewBehind(long held, long known) {
        super("the view holds " + held + " of the " + known
                + " events that the answer is over; it catches up by itself: ask again in a moment, or from the first page");
        this.held = held;
        this.known = known;
    }

    public long held() {
        return held;
    }

    public long known() {
        return known;
    }
}
