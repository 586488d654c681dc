package org.aidledger.rules;

import java.util.Set;

/**
 * Who approves aid about some subjects.
 *
 * @param subjects any of them makes it a matter of this authority; empty: whatever no other authority is named for
 * @param article where it is set
 */
public record Authority(AuthorityLevel level, Set<AidSubject> subjects, String article) {
    public Authority {
        subjects = Set.copyOf(subjects);
    }
}
