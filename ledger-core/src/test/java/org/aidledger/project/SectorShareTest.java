package org.aidledger.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SectorShareTest {

    @Test
    void sectors_are_read_back_as_an_amendment_writes_them() {
        var shares =
                List.of(new SectorShare("1", "14030", new BigDecimal("62.50")), new SectorShare("1", "11220", null),
                        new SectorShare("99", "nước sạch/2", new BigDecimal("37.5")));
        assertThat(SectorShare.text(shares)).isEqualTo("1/14030 62.50; 1/11220; 99/nước sạch/2 37.5");
        assertThat(SectorShare.parse(SectorShare.text(shares))).isEqualTo(shares);
    }

    @Test
    void a_part_that_was_cut_off_is_passed_over() {
        assertThat(SectorShare.parse("1/14030; 1…")).containsExactly(new SectorShare("1", "14030", null));
        assertThat(SectorShare.parse("")).isEmpty();
    }
}
