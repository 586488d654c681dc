package org.aidledger.app.exchange.iati;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.stream.IntStream;

/** A file that exists only while it is read: activities with a hundred transactions each. A program of its own. */
final class LargeFile {

    private static final int TRANSACTIONS_EACH = 100;

    private LargeFile() {
    }

    /** Reads as many activities as the first argument says and prints what the reader found. */
    public static void main(String[] arguments) throws Exception {
        int activities = Integer.parseInt(arguments[0]);
        var sum = new BigDecimal[] {BigDecimal.ZERO};
        IatiReading end = new IatiReader(IatiLimits.DEFAULT).read("large.xml", of(activities),
                activity -> activity.transactions().forEach(t -> sum[0] = sum[0].add(t.value())));
        if (!(end instanceof IatiReading.Complete complete)) {
            throw new IllegalStateException(end.toString());
        }
        System.out
                .println(complete.activities() + " " + complete.transactions() + " " + sum[0] + " " + complete.bytes());
    }

    static InputStream of(int activities) {
        byte[] activity = activity();
        var parts = IntStream.range(0, activities + 2).mapToObj(i -> bytes(i, activities, activity)).iterator();
        Enumeration<InputStream> streams = new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return parts.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return new ByteArrayInputStream(parts.next());
            }
        };
        return new SequenceInputStream(streams);
    }

    private static byte[] bytes(int part, int activities, byte[] activity) {
        if (part == 0) {
            return "<iati-activities version=\"2.03\">".getBytes(UTF_8);
        }
        return part == activities + 1 ? "</iati-activities>".getBytes(UTF_8) : activity;
    }

    private static byte[] activity() {
        String transaction = """
                <transaction ref="R">
                  <transaction-type code="3"/>
                  <transaction-date iso-date="2024-05-06"/>
                  <value currency="USD" value-date="2024-05-06">1234.56789</value>
                  <description><narrative>Giải ngân cho một trường học ở vùng cao</narrative></description>
                  <provider-org ref="A"><narrative>Nhà tài trợ</narrative></provider-org>
                  <receiver-org ref="B"><narrative>Chủ khoản viện trợ</narrative></receiver-org>
                </transaction>
                """;
        return ("<iati-activity default-currency=\"USD\"><iati-identifier>X</iati-identifier>"
                + String.join("", Collections.nCopies(TRANSACTIONS_EACH, transaction)) + "</iati-activity>\n")
                .getBytes(UTF_8);
    }
}
