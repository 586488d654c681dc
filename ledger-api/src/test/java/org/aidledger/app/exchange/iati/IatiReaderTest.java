package org.aidledger.app.exchange.iati;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aidledger.app.exchange.iati.IatiActivity.ActivityDate;
import org.aidledger.app.exchange.iati.IatiActivity.Defaults;
import org.aidledger.app.exchange.iati.IatiActivity.Description;
import org.aidledger.app.exchange.iati.IatiActivity.Kept;
import org.aidledger.app.exchange.iati.IatiActivity.Location;
import org.aidledger.app.exchange.iati.IatiActivity.ParticipatingOrg;
import org.aidledger.app.exchange.iati.IatiActivity.ReportingOrg;
import org.aidledger.app.exchange.iati.IatiTransaction.Party;
import org.junit.jupiter.api.Test;

class IatiReaderTest {

    @Test
    void an_activity_is_read_as_the_file_has_it() throws IOException {
        Reading reading = Reading.ofSample("owner.xml");
        assertThat(reading.complete()).isEqualTo(new IatiReading.Complete(
                new IatiHeader("2.03", "2025-03-01T08:00:00Z"), 2, 6, sampleBytes("owner.xml"), List.of()));

        IatiActivity activity = reading.activities().getFirst();
        assertThat(activity).usingRecursiveComparison().ignoringFields("transactions")
                .isEqualTo(new IatiActivity(new Position(4, 3), "VN-OWNER-001",
                        new ReportingOrg("VN-OWNER", "10",
                                List.of(new Narrative("vi", "Sở Giáo dục tỉnh Mẫu"),
                                        new Narrative("en", "Department of Education of Sample Province")),
                                true),
                        IatiPerspective.OWNER,
                        List.of(new Narrative("vi", "Xây trường học"),
                                new Narrative("en", "Building a  school & a <well>")),
                        List.of(new Description("1", List.of(new Narrative("en", "General words"))),
                                new Description(null, List.of(new Narrative("vi", "Lời không loại")))),
                        List.of(new ParticipatingOrg("1", "21", "XX-DONOR", "XX-DONOR-9",
                                List.of(new Narrative("en", "Donor"))),
                                new ParticipatingOrg("4", "10", "VN-OWNER", null, List.of())),
                        "2",
                        List.of(new ActivityDate("1", LocalDate.of(2024, 1, 1)),
                                new ActivityDate("2", LocalDate.of(2024, 2, 15))),
                        List.of(new Place(null, "VN", new BigDecimal("60.5"))),
                        List.of(new Place("1", "998", new BigDecimal("39.50"))),
                        List.of(new Location("L1", List.of(new Narrative("vi", "Xã Mẫu")))),
                        List.of(new Sector("1", "11220", new BigDecimal("70")),
                                new Sector("1", "14030", new BigDecimal("30.0")), new Sector("99", "SCHOOL", null)),
                        new Defaults("USD", "30", "110", List.of(new AidType(null, "C01"), new AidType("2", "2")), "5"),
                        2,
                        false, "2025-02-28T10:00:00+07:00", List.of(), new Kept(1, 1, 2), List.of()));
    }

    @Test
    void a_transaction_is_read_with_every_digit_of_its_value() throws IOException {
        List<IatiTransaction> transactions = Reading.ofSample("owner.xml").activities().getFirst().transactions();
        assertThat(transactions).hasSize(3);
        assertThat(transactions.getFirst()).isEqualTo(new IatiTransaction(new Position(39, 5), "T-1", true, "1",
                LocalDate.of(2024, 3, 1), new BigDecimal("113240.6600000000"), "VND", false, LocalDate.of(2024, 3, 2),
                List.of(new Narrative("vi", "Đợt một")),
                new Party("XX-DONOR", "XX-DONOR-9", "21", List.of(new Narrative("en", "Donor"))),
                new Party("VN-OWNER", "VN-OWNER-001", "10", List.of()), "2", List.of(new Sector("1", "11220", null)),
                new Place(null, "VN", null), new Place("1", "998", null), "30", "110",
                List.of(new AidType(null, "C01")),
                "5", List.of()));
        assertThat(transactions.getFirst().value().scale()).isEqualTo(10);
        assertThat(transactions.get(1)).usingRecursiveComparison().ignoringFields("position")
                .isEqualTo(new IatiTransaction(new Position(0, 0), null, null, "3", LocalDate.of(2024, 4, 1),
                        new BigDecimal("-0.50"), "USD", true, LocalDate.of(2024, 4, 1), List.of(), null, null, null,
                        List.of(), null, null, null, null, List.of(), null, List.of()));
        assertThat(transactions.get(2)).as("two equal transactions are two").usingRecursiveComparison()
                .ignoringFields("position").isEqualTo(transactions.get(1));
    }

    @Test
    void values_keep_signs_zeros_and_more_digits_than_their_currency_has() throws IOException {
        assertThat(Reading.ofSample("owner.xml").activities().get(1).transactions())
                .extracting(IatiTransaction::value, IatiTransaction::currency)
                .containsExactly(tuple(new BigDecimal("0.125"), "KWD"), tuple(new BigDecimal("12.34567"), "USD"),
                        tuple(new BigDecimal("0"), "USD"));
    }

    @Test
    void what_is_odd_is_read_and_noted_where_it_stands() throws IOException {
        Reading reading = Reading.ofSample("odd.xml");
        assertThat(notes(reading.complete().oddities())).containsExactly("1 iati.version-unpublished draft",
                "37 iati.element-unknown iati-activty");
        IatiActivity activity = reading.activities().getFirst();
        assertThat(activity.identifier()).isEmpty();
        assertThat(activity.perspective()).isEqualTo(IatiPerspective.INTERMEDIARY);
        assertThat(notes(activity.oddities())).containsExactly(
                "2 iati.attribute-unreadable iati-activity/@hierarchy=\"top\"",
                "2 iati.attribute-unreadable iati-activity/@humanitarian=\"\"",
                "3 iati.identifier-empty iati-identifier", "4 iati.element-repeated iati-identifier",
                "5 iati.role-unknown 9", "5 iati.organisation-type-unknown 99",
                "6 iati.attribute-missing participating-org/@role", "7 iati.status-unknown 9",
                "8 iati.activity-date-type-unknown 7",
                "8 iati.attribute-unreadable activity-date/@iso-date=\"2024-13-01\"", "9 iati.country-unknown QQ",
                "10 iati.attribute-unreadable recipient-country/@percentage=\"half\"",
                "12 iati.attribute-missing sector/@code", "13 iati.element-unknown unheard-of",
                "2 iati.reporting-org-missing reporting-org", "2 iati.title-missing title",
                "2 iati.percentages-not-100 sectors in vocabulary 1: 99.99",
                "2 iati.percentages-not-100 countries and regions in vocabulary 1: 40",
                "2 iati.perspective-assumed INTERMEDIARY for null");
        assertThat(activity.transactions()).extracting(transaction -> notes(transaction.oddities())).containsExactly(
                List.of("15 iati.transaction-type-unknown 99", "16 iati.currency-unknown ABC",
                        "17 iati.currency-unknown ABC", "17 iati.element-repeated value",
                        "18 iati.disbursement-channel-unknown 9", "19 iati.flow-type-unknown 9",
                        "20 iati.tied-status-unknown 9", "21 iati.organisation-type-unknown 9",
                        "22 iati.element-repeated provider-org", "23 iati.element-unknown surprise",
                        "14 iati.transaction-date-missing value date 2024-05-05 taken"),
                List.of("28 iati.value-date-missing value/@value-date", "29 iati.country-unknown QQ"),
                List.of("34 iati.attribute-unreadable value/@value-date=\"yesterday\""));
    }

    @Test
    void the_value_date_stands_in_for_an_absent_transaction_date() throws IOException {
        IatiTransaction transaction = Reading.ofSample("odd.xml").transactions().findFirst().orElseThrow();
        assertThat(transaction.transactionDate()).isNull();
        assertThat(transaction.effectiveDate()).isEqualTo(LocalDate.of(2024, 5, 5));
    }

    @Test
    void every_kind_of_oddity_has_an_example_here() throws IOException {
        Reading odd = Reading.ofSample("odd.xml");
        Reading empty = Reading.of("<iati-activities version='2.03'/>");
        Reading statusless = Reading.of("<iati-activities version='2.03'><iati-activity>"
                + "<iati-identifier>X</iati-identifier></iati-activity></iati-activities>");
        assertThat(Stream.of(odd, empty, statusless)
                .flatMap(reading -> Stream
                        .of(reading.complete().oddities().stream(),
                                reading.activities().stream().flatMap(activity -> activity.oddities().stream()),
                                reading.transactions().flatMap(transaction -> transaction.oddities().stream()))
                        .flatMap(oddities -> oddities))
                .map(Oddity::kind)).contains(OddityKind.values());
    }

    @Test
    void a_file_may_be_in_any_encoding_that_it_declares() throws IOException {
        String xml = "<?xml version='1.0' encoding='%s'?><iati-activities version='2.03'><iati-activity>"
                + "<iati-identifier>é</iati-identifier></iati-activity></iati-activities>";
        for (var charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16, StandardCharsets.UTF_8)) {
            byte[] bytes = xml.formatted(charset.name()).getBytes(charset);
            Reading reading = Reading.of("test.xml", new ByteArrayInputStream(bytes), IatiLimits.DEFAULT);
            assertThat(reading.activities()).extracting(IatiActivity::identifier).containsExactly("é");
        }
    }

    @Test
    void what_the_consumer_throws_is_passed_on() {
        var reader = new IatiReader(IatiLimits.DEFAULT);
        assertThatThrownBy(() -> reader.read("owner.xml", Reading.sample("owner.xml"), activity -> {
            throw new IllegalStateException("disk full");
        })).isInstanceOf(IllegalStateException.class).hasMessage("disk full");
    }

    @Test
    void a_failing_disk_is_no_refusal_of_the_file() {
        var reader = new IatiReader(IatiLimits.DEFAULT);
        var failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk gone");
            }
        };
        assertThatThrownBy(() -> reader.read("x.xml", failing, new ArrayList<IatiActivity>()::add))
                .isInstanceOf(IOException.class).hasMessage("disk gone");
    }

    private static List<String> notes(List<Oddity> oddities) {
        return oddities.stream().map(oddity -> oddity.line() + " " + oddity.kind().code() + " " + oddity.detail())
                .toList();
    }

    private static long sampleBytes(String name) throws IOException {
        try (InputStream in = Reading.sample(name)) {
            return in.readAllBytes().length;
        }
    }
}
