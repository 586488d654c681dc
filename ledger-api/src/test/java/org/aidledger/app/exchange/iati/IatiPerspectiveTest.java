package org.aidledger.app.exchange.iati;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.aidledger.app.exchange.iati.IatiActivity.ParticipatingOrg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IatiPerspectiveTest {

    @ParameterizedTest
    @CsvSource({"1, DONOR", "2, OWNER", "3, INTERMEDIARY", "4, OWNER", "1 2 3 4, DONOR", "4 1, DONOR",
        "2 3, INTERMEDIARY",
        "4 3, INTERMEDIARY", "2 4, OWNER"})
    void the_reporters_roles_decide_whose_books_these_are(String roles, IatiPerspective perspective) {
        List<ParticipatingOrg> participants = Arrays.stream(roles.split(" "))
                .map(role -> new ParticipatingOrg(role, null, "ME", null, List.of())).toList();
        assertThat(IatiPerspective.of("ME", participants)).isEqualTo(perspective);
    }

    @Test
    void nobody_elses_role_counts_and_a_reporter_without_reference_matches_nobody() {
        var other = new ParticipatingOrg("1", null, "OTHER", null, List.of());
        var nameless = new ParticipatingOrg("1", null, null, null, List.of());
        var unknown = new ParticipatingOrg("9", null, "ME", null, List.of());
        assertThat(IatiPerspective.of("ME", List.of(other, nameless, unknown))).isNull();
        assertThat(IatiPerspective.of(null, List.of(other, nameless))).isNull();
    }
}
