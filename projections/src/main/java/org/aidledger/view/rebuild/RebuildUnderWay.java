package org.aidledger.view.rebuild;

/** Somebody else rebuilds the same view at this moment, here or in another process. */
public final class RebuildUnderWay extends RuntimeException {

    private static final long serialVersionUID = 1;

    RebuildUnderWay(String projection) {
        super("the view " + projection + " is being rebuilt already");
    }
}
