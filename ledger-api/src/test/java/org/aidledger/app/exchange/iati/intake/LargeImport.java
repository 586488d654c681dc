package org.aidledger.app.exchange.iati.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.stream.IntStream;
import org.aidledger.app.platform.Ledger;

/** A program of its own that imports a file that exists only while it is read. */
final class LargeImport {

    private LargeImport() {
    }

    /** Takes the data folder, the database's address and its two users, how many activities and how many transactions each. */
    public static void main(String[] arguments) throws Exception {
        try (Ledger ledger = ImportingLedger.open(Path.of(arguments[0]), arguments[1], arguments[2], arguments[3]);
                InputStream in = of(Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]))) {
            ImportReport report =
                    new IatiImport(ledger).run(in, "large.xml", ImportingLedger.BY_LAN, null, false,
                            ImportProgress.NONE);
            System.out.println(report.outcome() + " " + report.activities() + " " + report.transactions() + " "
                    + report.sums() + " " + report.bytes());
        }
    }

    private static InputStream of(int activities, int transactions) {
        var parts = IntStream.range(0, activities + 2).mapToObj(i -> part(i, activities, transactions))
                .map(text -> (InputStream) new ByteArrayInputStream(text.getBytes(UTF_8))).iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return parts.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return parts.next();
            }
        });
    }

    private static String part(int part, int activities, int transactions) {
        if (part == 0) {
            return "<iati-activities version=\"2.03\">";
        }
        if (part == activities + 1) {
            return "</iati-activities>";
        }
        String described = "<description><narrative>" + "Giải ngân cho một trường học ở vùng cao. ".repeat(80)
                + "</narrative></description>";
        return Xml.activity("LARGE-" + part, Collections.nCopies(transactions,
                Xml.transaction("3", "1234.56789", described)).toArray(String[]::new));
    }
}
