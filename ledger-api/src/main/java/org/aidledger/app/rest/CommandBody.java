package org.aidledger.app.rest;

import org.jspecify.annotations.Nullable;

/** What a command is told by. */
interface CommandBody {

    /** The most bytes of one, far above what an event may hold. */
    int BYTES_MAX = 262_144;

    /** Why, in the actor's words; kept with the events. */
    @Nullable
    String reason();
}
