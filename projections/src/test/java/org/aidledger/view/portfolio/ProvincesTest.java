package org.aidledger.view.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.aidledger.project.Place;
import org.aidledger.testing.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvincesTest {

    private static final LocalDate BEFORE = LocalDate.of(2008, 8, 1);
    private static final LocalDate LAST_DAY_BEFORE = LocalDate.of(2025, 6, 30);

    @Test
    void the_63_of_the_official_list_each_became_part_of_one_of_the_34_and_every_one_of_these_is_reached()
            throws IOException {
        Map<String, String> before = official("vn-admin/provinces_63_before_2025-07.csv", 0, 1);
        Map<String, String> since = official("vn-admin/provinces_34_CTK-915_2025.csv", 1, 2);

        assertThat(before).hasSize(63);
        assertThat(since).hasSize(34);
        assertThat(names(BEFORE)).isEqualTo(before);
        assertThat(names(Provinces.SINCE)).isEqualTo(since);
        var reached = new TreeSet<String>();
        for (String code : before.keySet()) {
            Place became = Provinces.since2025(new Place(code, BEFORE));
            assertThat(became.listDate()).isEqualTo(Provinces.SINCE);
            reached.add(became.province());
        }
        assertThat(reached).isEqualTo(since.keySet());
    }

    private static Map<String, String> names(LocalDate list) {
        var names = new TreeMap<String, String>();
        Provinces.codes(list)
                .forEach(code -> names.put(code, Objects.requireNonNull(Provinces.name(new Place(code, list)))));
        return names;
    }

    /** Code and name, without the word for what it is. */
    private static Map<String, String> official(String file, int code, int name) throws IOException {
        var names = new TreeMap<String, String>();
        for (String line : Files.readAllLines(TestData.at(file)).stream().skip(1).toList()) {
            List<String> cells = List.of(line.strip().split(",", -1));
            if (cells.size() > name) {
                names.put(cells.get(code), cells.get(name).replaceFirst("^(Tỉnh|Thành phố) ", ""));
            }
        }
        return names;
    }

    @ParameterizedTest
    @CsvSource({"15, Yên Bái, Lào Cai, 15", "24, Bắc Giang, Bắc Ninh, 24", "44, Quảng Bình, Quảng Trị, 44",
        "52, Bình Định, Gia Lai, 52", "80, Long An, Tây Ninh, 80", "82, Tiền Giang, Đồng Tháp, 82",
        "91, Kiên Giang, An Giang, 91"})
    void seven_codes_name_another_province_since_and_only_the_date_of_the_list_says_which(String code, String before,
            String since, String became) {
        assertThat(Provinces.name(new Place(code, BEFORE))).isEqualTo(before);
        assertThat(Provinces.name(new Place(code, LAST_DAY_BEFORE))).isEqualTo(before);
        assertThat(Provinces.name(new Place(code, Provinces.SINCE))).isEqualTo(since);
        assertThat(Provinces.name(new Place(code, Provinces.SINCE.plusYears(1)))).isEqualTo(since);
        assertThat(Provinces.since2025(new Place(code, BEFORE))).isEqualTo(new Place(became, Provinces.SINCE));
        assertThat(Provinces.label(new Place(code, BEFORE))).isEqualTo(code + " " + before + " (2008-08-01)");
    }

    @Test
    void no_other_code_that_both_lists_have_names_another_province() {
        assertThat(Provinces.codes(Provinces.SINCE).stream()
                .filter(code -> Provinces.codes(BEFORE).contains(code))
                .filter(code -> !Objects.equals(Provinces.name(new Place(code, BEFORE)),
                        Provinces.name(new Place(code, Provinces.SINCE)))))
                .containsExactly("15", "24", "44", "52", "80", "82", "91");
        assertThat(Provinces.codes(BEFORE)).containsAll(Provinces.codes(Provinces.SINCE));
    }

    @ParameterizedTest
    @CsvSource({"02, 08", "10, 15", "06, 19", "17, 25", "26, 25", "27, 24", "34, 33", "30, 31", "35, 37", "36, 37",
        "45, 44", "49, 48", "62, 51", "64, 52", "58, 56", "60, 68", "67, 68", "54, 66", "74, 79", "77, 79", "70, 75",
        "72, 80", "93, 92", "94, 92", "83, 86", "84, 86", "87, 82", "95, 96", "89, 91"})
    void what_is_no_longer_counts_for_what_it_became_part_of(String before, String since) {
        assertThat(Provinces.since2025(new Place(before, BEFORE)).province()).isEqualTo(since);
        assertThat(Provinces.name(new Place(before, Provinces.SINCE))).isNull();
    }

    @Test
    void a_code_that_its_list_does_not_have_stays_what_it_is() {
        Place none = new Place("27", Provinces.SINCE);
        assertThat(Provinces.since2025(none)).isEqualTo(none);
        assertThat(Provinces.label(none)).isEqualTo("27 (2025-07-01)");
        assertThat(Provinces.show("anything at all", true)).isEqualTo("anything at all");
    }

    @Test
    void what_lies_in_a_province_is_judged_by_the_list_of_its_own_code() {
        List<String> recorded = List.of("24 (2008-08-01)", "24 (2004-07-08)", "27 (2008-08-01)", "24 (2025-07-01)",
                "24 (2008-08-01) + 27 (2008-08-01)", "01 (2008-08-01) + 24 (2008-08-01)");
        assertThat(Provinces.within(new Place("24", BEFORE), recorded)).containsExactly("24 (2008-08-01)",
                "24 (2004-07-08)");
        assertThat(Provinces.within(new Place("24", Provinces.SINCE), recorded)).containsExactly("24 (2008-08-01)",
                "24 (2004-07-08)", "27 (2008-08-01)", "24 (2025-07-01)", "24 (2008-08-01) + 27 (2008-08-01)");
    }
}
