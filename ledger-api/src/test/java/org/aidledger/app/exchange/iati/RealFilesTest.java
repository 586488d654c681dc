package org.aidledger.app.exchange.iati;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aidledger.testing.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What publishers really write, read completely: compared with counts made elsewhere and with DOM and XPath. */
class RealFilesTest {

    @ParameterizedTest
    @CsvSource({"activities/CAF-ActivityFile-2025-10-10.xml, 478, 945, 2:478 3:467, 0, 30",
        "activities/UNHCR-Activities-2023.xml, 134, 2678, 11:2678, 0, 0",
        "activities/usaid-798.xml, 108, 622, 2:170 3:452, 92, 2", "activities/usaid-bb.xml, 1, 2, 2:1 3:1, 0, 0",
        "activities/who-arg.xml, 157, 871, 2:157 3:42 4:439 11:233, 6, 1",
        "activities/dfid-bf.xml, 5, 10, 2:1 3:1 4:8, ,",
        "activities/worldbank-679.xml, 5, 400, 2:19 3:274 5:78 6:29, 118, 0",
        "activities/wri-521257057-strategic-plan-2023-2027.xml, 1, 2, 1:2, 0, 0",
        "snapshots/bcie-2025-12-12.xml, 87, 1046, 2:121 3:925, 0,",
        "snapshots/bcie-2025-12-16.xml, 87, 1062, 2:128 3:934, 0,"})
    void every_activity_and_transaction_of_a_real_file_is_read(String file, int activities, int transactions,
            String byType, Integer negative, Integer zero) throws Exception {
        Path path = TestData.at("iati/" + file);
        Reading reading;
        try (InputStream in = Files.newInputStream(path)) {
            reading = Reading.of(file, in, IatiLimits.DEFAULT);
        }
        assertThat(reading.complete().activities()).isEqualTo(activities).isEqualTo(reading.activities().size());
        assertThat(reading.complete().transactions()).isEqualTo(transactions);
        assertThat(reading.complete().bytes()).isEqualTo(Files.size(path));
        assertThat(countsByType(reading)).isEqualTo(parse(byType));
        if (negative != null) {
            assertThat(reading.transactions().filter(t -> t.value().signum() < 0)).hasSize(negative);
        }
        if (zero != null) {
            assertThat(reading.transactions().filter(t -> t.value().signum() == 0)).hasSize(zero);
        }
        try (InputStream in = Files.newInputStream(path)) {
            assertAgrees(reading, XPathSums.of(in));
        }
    }

    @Test
    void no_file_of_the_folder_is_left_out_of_the_table() {
        assertThat(TestData.filesIn("iati/activities")).hasSize(8);
        assertThat(TestData.filesIn("iati/snapshots")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner.xml", "odd.xml"})
    void samples_of_our_own_agree_with_the_second_opinion_too(String sample) throws Exception {
        try (InputStream in = Reading.sample(sample)) {
            XPathSums second = XPathSums.of(in);
            if (sample.equals("odd.xml")) {
                // One transaction of it says its value twice, which the reader takes as one.
                assertThat(second.values().get("99 ABC")).hasSize(2);
                second.values().put("99 ABC", List.of("1"));
            }
            assertAgrees(Reading.ofSample(sample), second);
        }
    }

    @Test
    void a_file_of_an_older_version_is_refused() throws IOException {
        for (Path path : TestData.filesIn("iati/not-2.03")) {
            try (InputStream in = Files.newInputStream(path)) {
                Reading reading = Reading.of(path.getFileName().toString(), in, IatiLimits.DEFAULT);
                assertThat(reading.refusal().reason()).isEqualTo(IatiRefusal.Reason.NOT_IATI);
                assertThat(reading.activities()).isEmpty();
            }
        }
    }

    private static void assertAgrees(Reading reading, XPathSums second) {
        assertThat(reading.activities()).hasSize(second.activities());
        assertThat(countsByType(reading)).isEqualTo(second.byType());
        assertThat(XPathSums.sumsOf(reading)).usingComparatorForType(BigDecimal::compareTo,
                BigDecimal.class).isEqualTo(second.sums());
        // Not only the sums: every value with every digit, as a multiset.
        Map<String, List<String>> values = reading.transactions()
                .collect(Collectors.groupingBy(t -> t.typeCode() + " " + t.currency(), TreeMap::new,
                        Collectors.mapping(t -> t.value().toPlainString(), Collectors.toList())));
        values.values().forEach(Collections::sort);
        assertThat(values).isEqualTo(withoutSigns(second));
    }

    /** A plus sign and a missing zero before the point are the only digits' dress that a number does not keep. */
    private static Map<String, List<String>> withoutSigns(XPathSums second) {
        var values = new TreeMap<String, List<String>>();
        second.values().forEach((key, texts) -> values.put(key, texts.stream()
                .map(text -> text.replaceFirst("^\\+", "").replaceFirst("^\\.", "0.")).sorted().toList()));
        return values;
    }

    private static Map<String, Integer> countsByType(Reading reading) {
        return reading.transactions()
                .collect(Collectors.toMap(IatiTransaction::typeCode, t -> 1, Integer::sum, TreeMap::new));
    }

    private static Map<String, Integer> parse(String byType) {
        return Arrays.stream(byType.split(" ")).map(pair -> pair.split(":"))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Integer.valueOf(pair[1]), Integer::sum,
                        TreeMap::new));
    }
}
