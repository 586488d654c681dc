package org.aidledger.app.exchange.iati;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aidledger.app.exchange.iati.IatiRefusal.Reason;
import org.aidledger.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IatiRefusalTest {

    private static final IatiLimits SMALL = new IatiLimits(4_000, 8, 40, 100, 3, 4, 2, 2_000);

    @Test
    void a_refusal_says_file_line_column_reason_and_what_to_do() throws IOException {
        IatiRefusal refusal = Reading.of(activity("""

                <transaction><transaction-type code="3"/><transaction-date iso-date="2024-01-01"/>
                  <value currency="USD" value-date="2024-01-01">1,000.50</value></transaction>""")).refusal();
        assertThat(refusal.file()).isEqualTo("test.xml");
        assertThat(refusal.line()).isEqualTo(3);
        assertThat(refusal.column()).isEqualTo(3);
        assertThat(refusal.reason().code()).isEqualTo("iati.value-not-a-number");
        assertThat(refusal.message()).isEqualTo("the value \"1,000.50\" is not a number");
        assertThat(refusal.advice()).contains("no thousands separators");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1,000", "1.000,50", "1e6", "1E6", "0x1F", "1 000", "1\u00a0000", "$5", "5 USD", "--1", "1-",
                "1.2.3", ".", "+", "", " ", "NaN", "INF", "-Infinity", "١٢٣", "1_000", "1f", "(5)"})
    void what_is_no_decimal_is_refused_as_a_value(String text) throws IOException {
        assertThat(Reading.of(withValue(text)).refusal().reason()).isEqualTo(Reason.VALUE_NOT_A_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1<x>2</x>3", "<x/>1", "<x>1</x>", "1<y:x xmlns:y='urn:y'/>"})
    void a_value_with_elements_inside_is_no_number_however_it_may_be_read(String content) throws IOException {
        assertThat(Reading.of(withValue(content)).refusal().reason()).isEqualTo(Reason.VALUE_NOT_A_NUMBER);
    }

    @Test
    void the_longest_value_that_is_read_is_the_longest_that_the_ledgers_money_holds() throws IOException {
        String longest = "9".repeat(Money.DIGITS_MAX) + "." + "9".repeat(Money.DIGITS_MAX);
        assertThat(Reading.of(withValue("-" + longest)).transactions().map(t -> Money.of(t.value().toString(), "USD")))
                .hasSize(1);
        for (String longer : new String[] {"1" + longest, longest + "0"}) {
            assertThat(Reading.of(withValue(longer)).refusal().arguments()).containsExactly("numberDigitsMax", "30");
        }
    }

    @Test
    void comments_and_character_data_sections_do_not_break_a_number() throws IOException {
        assertThat(Reading.of(withValue("1<!-- a -->2<![CDATA[3]]>&#46;5")).transactions().map(IatiTransaction::value))
                .containsExactly(new BigDecimal("123.5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "+1", "1.", ".5", "-.5", "\n 7 \t", "00012.3400",
        "123456789012345678901234567890.123456789"})
    void every_decimal_of_xml_schema_is_a_value(String text) throws IOException {
        assertThat(Reading.of(withValue(text)).transactions().map(IatiTransaction::value))
                .containsExactly(new BigDecimal(text.strip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-30", "2024-1-1", "24-01-01", "01/02/2024", "2024-01-01T00:00:00", "0000-01-01",
        "20240101", "2024-01-01+15:00", "2024-01-01 +07:00", "today"})
    void the_value_date_stands_in_for_what_is_no_date_and_without_one_the_file_is_refused(String date)
            throws IOException {
        String dated = activity("<transaction><transaction-type code='3'/><transaction-date iso-date='" + date
                + "'/><value currency='USD' value-date='2024-01-05'>1</value></transaction>");

        IatiTransaction read = Reading.of(dated).transactions().findFirst().orElseThrow();
        IatiRefusal refusal = Reading.of(dated.replace("2024-01-05", "soon")).refusal();

        assertThat(read.effectiveDate()).isEqualTo(LocalDate.of(2024, 1, 5));
        assertThat(read.oddities()).extracting(Oddity::kind).containsExactly(OddityKind.ATTRIBUTE_UNREADABLE,
                OddityKind.TRANSACTION_DATE_MISSING);
        assertThat(refusal.reason()).isEqualTo(Reason.TRANSACTION_DATE_MISSING);
    }

    @Test
    void every_reason_is_given_where_it_applies() throws IOException {
        Set<Reason> given = new HashSet<>();
        given.add(refused("hello", Reason.MALFORMED, 1, 1));
        given.add(refused("<iati-activities version='2.03'>\n<iati-activity>", Reason.MALFORMED, 2, 15));
        given.add(refused("<iati-activities version='2.03'/>\n<more/>", Reason.MALFORMED, 2, 2));
        given.add(refused(activity("&money;"), Reason.MALFORMED, 1, 90));
        given.add(refused("<!DOCTYPE x [<!ENTITY y 'z'>]>\n<iati-activities version='2.03'/>", Reason.DTD, 1, 1));
        given.add(refused("<!DOCTYPE x SYSTEM 'file:///etc/passwd'>\n<iati-activities version='2.03'/>", Reason.DTD, 1,
                1));
        given.add(refused("\n<iati-organisations version='2.03'/>", Reason.NOT_IATI, 2, 1));
        given.add(refused("<iati-activities xmlns='urn:x' version='2.03'/>", Reason.NOT_IATI, 1, 1));
        given.add(refused("<iati-activities/>", Reason.VERSION_MISSING, 1, 1));
        given.add(refused("<iati-activities xmlns:x='urn:x' x:version='2.03'/>", Reason.VERSION_MISSING, 1, 1));
        for (String version : new String[] {"1.05", "2.02", "2.04", "2", "3"}) {
            given.add(refused("<iati-activities version='" + version + "'/>", Reason.VERSION_OTHER, 1, 1));
        }
        given.add(refused("<iati-activities version='2.03'>\n<iati-activity/></iati-activities>",
                Reason.IDENTIFIER_MISSING, 2, 1));
        given.add(refused(transaction("<transaction-date iso-date='2024-01-01'/><value currency='USD'>1</value>"),
                Reason.TRANSACTION_TYPE_MISSING, 2, 1));
        given.add(refused(transaction("<transaction-type code=''/><value currency='USD'>1</value>"),
                Reason.TRANSACTION_TYPE_MISSING, 2, 1));
        given.add(refused(transaction("<transaction-type code='3'/><value currency='USD'>1</value>"),
                Reason.TRANSACTION_DATE_MISSING, 2, 1));
        given.add(refused(transaction("<transaction-type code='3'/><transaction-date iso-date='2024-01-01'/>"),
                Reason.VALUE_MISSING, 2, 1));
        given.add(refused(transaction("<value>1</value>"), Reason.CURRENCY_MISSING, 2, 14));
        given.add(refused(withValue("much"), Reason.VALUE_NOT_A_NUMBER, 2, 14));
        given.add(refused(transaction("<value currency='USD'>1</value><value currency='USD'>1.0</value>"),
                Reason.TRANSACTION_AMBIGUOUS, 2, 45));
        given.add(refused(transaction("<transaction-type code='3'/><transaction-type code='4'/>"),
                Reason.TRANSACTION_AMBIGUOUS, 2, 42));
        given.add(refused(
                transaction("<transaction-date iso-date='2024-01-01'/><transaction-date iso-date='2024-01-02'/>"),
                Reason.TRANSACTION_AMBIGUOUS, 2, 55));
        given.add(refused(withValue("1".repeat(101)), Reason.LIMIT_EXCEEDED, 2, 14));
        assertThat(given).containsExactlyInAnyOrder(Reason.values());
    }

    @Test
    void every_limit_is_named_in_its_refusal() throws IOException {
        String start = "<iati-activities version='2.03'>";
        String minimal = "<iati-activity><iati-identifier>X</iati-identifier></iati-activity>";
        String money = "<transaction><transaction-type code='3'/>"
                + "<value currency='USD' value-date='2024-01-01'>1</value></transaction>";
        assertLimit("bytesMax", start + "<!--" + " ".repeat(5_000) + "-->");
        assertLimit("depthMax", start + "<a>".repeat(9));
        assertLimit("namesMax", start + "<iati-activity " + IntStream.range(0, 100).mapToObj(i -> "a" + i + "=''")
                .collect(Collectors.joining(" ")) + "/>");
        assertLimit("textCharactersMax",
                start + "<iati-activity><iati-identifier>" + "x".repeat(101) + "</iati-identifier>");
        assertLimit("Maximum attribute size", start + "<iati-activity default-currency='" + "x".repeat(101) + "'/>");
        assertLimit("activitiesMax", start + minimal.repeat(4));
        assertLimit("activityTransactionsMax", start + "<iati-activity>" + money.repeat(3));
        assertLimit("transactionsMax", start
                + ("<iati-activity><iati-identifier>X</iati-identifier>" + money.repeat(2) + "</iati-activity>")
                        .repeat(3));
        assertLimit("activityCharactersMax", start + "<iati-activity>" + "<sector code=''/>".repeat(200));
    }

    @Test
    void elements_between_activities_cannot_pile_up_notes() throws IOException {
        IatiRefusal refusal = Reading.of("<iati-activities version='2.03'>" + "<x/>".repeat(1_001)).refusal();
        assertThat(refusal.message()).contains("strayElementsMax of 1000");
    }

    @Test
    void bytes_that_are_not_in_the_declared_encoding_are_refused_and_not_guessed() throws IOException {
        byte[] latin = activity("<title><narrative>é</narrative></title>").getBytes(ISO_8859_1);
        IatiRefusal refusal = Reading.of("test.xml", new ByteArrayInputStream(latin), IatiLimits.DEFAULT).refusal();
        assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED);
        assertThat(refusal.message()).contains("UTF-8");
    }

    @Test
    void a_refusal_is_short_however_long_the_offending_text() throws IOException {
        IatiRefusal refusal = Reading.of("<iati-activities version='" + "9".repeat(100_000) + "'/>").refusal();
        assertThat(refusal.message()).hasSizeLessThan(400).contains("999…");
    }

    @Test
    void every_reason_has_advice_and_a_code_of_its_own() {
        assertThat(Arrays.stream(Reason.values()).map(Reason::code)).doesNotHaveDuplicates().allMatch(
                code -> code.matches("iati\\.[a-z-]+"));
        assertThat(Arrays.stream(OddityKind.values()).map(OddityKind::code)).doesNotHaveDuplicates().allMatch(
                code -> code.matches("iati\\.[a-z0-9-]+"));
    }

    @Test
    void activities_before_the_offending_one_were_handed_over() throws IOException {
        Reading reading = Reading.of("""
                <iati-activities version='2.03'>
                  <iati-activity><iati-identifier>GOOD</iati-identifier></iati-activity>
                  <iati-activity/>
                </iati-activities>""");
        assertThat(reading.refusal().line()).isEqualTo(3);
        assertThat(reading.activities()).extracting(IatiActivity::identifier).containsExactly("GOOD");
    }

    private static Reason refused(String xml, Reason reason, int line, int column) throws IOException {
        IatiRefusal refusal = Reading.of(xml).refusal();
        assertThat(refusal.reason()).as(xml).isEqualTo(reason);
        assertThat(new Position(refusal.line(), refusal.column())).as(xml).isEqualTo(new Position(line, column));
        assertThat(refusal.message()).doesNotContain("{0}");
        assertThat(refusal.advice()).isNotBlank();
        return reason;
    }

    private static void assertLimit(String name, String xml) throws IOException {
        IatiRefusal refusal = Reading.of("test.xml", new ByteArrayInputStream(xml.getBytes(UTF_8)), SMALL).refusal();
        assertThat(refusal.reason()).as(refusal.message()).isEqualTo(Reason.LIMIT_EXCEEDED);
        assertThat(refusal.arguments().getFirst()).isEqualTo(name);
    }

    private static String activity(String content) {
        return "<iati-activities version='2.03'><iati-activity><iati-identifier>X</iati-identifier>" + content
                + "</iati-activity></iati-activities>";
    }

    private static String transaction(String content) {
        return activity("\n<transaction>" + content + "</transaction>");
    }

    private static String withValue(String value) {
        return transaction("<value currency='USD' value-date='2024-01-01'>" + value + "</value>"
                + "<transaction-type code='3'/><transaction-date iso-date='2024-01-01'/>");
    }
}
