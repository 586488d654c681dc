package org.aidledger.app.exchange.iati.intake;

/** Small files, made up. */
final class Xml {

    private Xml() {
    }

    static String file(String... activities) {
        return "<iati-activities version=\"2.03\">\n" + String.join("\n", activities) + "\n</iati-activities>";
    }

    /** An activity that its publisher, XX-DONOR, funds. */
    static String activity(String identifier, String... content) {
        return """
                <iati-activity default-currency="USD">
                  <iati-identifier>%s</iati-identifier>
                  <reporting-org ref="XX-DONOR" type="21"><narrative>A donor</narrative></reporting-org>
                  <title><narrative xml:lang="en">Title of %s</narrative></title>
                  <participating-org role="1" ref="XX-DONOR"/>
                  <activity-status code="2"/>
                  %s
                </iati-activity>""".formatted(identifier, identifier, String.join("\n", content));
    }

    static String transaction(String type, String value) {
        return transaction(type, value, "");
    }

    static String transaction(String type, String value, String more) {
        return """
                <transaction>
                  <transaction-type code="%s"/>
                  <transaction-date iso-date="2024-05-06"/>
                  <value value-date="2024-05-06">%s</value>
                  %s
                </transaction>""".formatted(type, value, more);
    }
}
