package org.aidledger.app.exchange.iati;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whose books a file is: one and the same money is a donor's disbursement and its recipient's incoming funds. */
public enum IatiPerspective {
    /** The recipient keeps these books. */
    OWNER,
    /** The giver keeps them. */
    DONOR,
    /** Somebody between the two, or somebody whose part is not known. */
    INTERMEDIARY;

    private static final String FUNDING = "1";
    private static final String ACCOUNTABLE = "2";
    private static final String EXTENDING = "3";
    private static final String IMPLEMENTING = "4";

    /**
     * The perspective that follows from the roles of the reporting organisation in its activity: whoever funds is a
     * donor, else whoever extends is between, else whoever is accountable or implements is the owner.
     *
     * @param reference of the reporting organisation
     * @return null if it plays none of these roles under this reference
     */
    static @Nullable IatiPerspective of(@Nullable String reference, List<IatiActivity.ParticipatingOrg> participants) {
        Set<String> roles = participants.stream()
                .filter(participant -> reference != null && reference.equals(participant.ref()))
                .map(IatiActivity.ParticipatingOrg::role).filter(Objects::nonNull).collect(Collectors.toSet());
        if (roles.contains(FUNDING)) {
            return DONOR;
        }
        if (roles.contains(EXTENDING)) {
            return INTERMEDIARY;
        }
        return roles.contains(ACCOUNTABLE) || roles.contains(IMPLEMENTING) ? OWNER : null;
    }
}
