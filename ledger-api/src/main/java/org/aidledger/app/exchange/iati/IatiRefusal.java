package org.aidledger.app.exchange.iati;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/**
 * Why a file cannot be read: the first place where it cannot. A value and not an exception, so that it can be said in
 * more than one language.
 *
 * @param file the name that the reader was given
 * @param line counted from 1; 0 if not even the file's first line could be read
 * @param column counted from 1, in characters
 * @param reason with a stable code
 * @param arguments what the message is about, at most {@value #ARGUMENT_CHARACTERS_MAX} characters each
 */
public record IatiRefusal(String file, int line, int column, Reason reason, List<String> arguments) {

    static final int ARGUMENT_CHARACTERS_MAX = 300;

    public IatiRefusal {
        arguments = arguments.stream().map(argument -> Excerpt.of(argument, ARGUMENT_CHARACTERS_MAX)).toList();
    }

    /** The reason in English, with the words or figures of the file that it is about. */
    public String message() {
        return new MessageFormat(reason.message, Locale.ROOT).format(arguments.toArray());
    }

    /** What to do about it, in English. */
    public String advice() {
        return reason.advice;
    }

    /** Everything that makes a file unreadable; there is nothing else. */
    public enum Reason {
        NOT_IATI("iati.not-an-activity-file", "the root element is <{0}>, not <iati-activities>",
                "Give an IATI activity file; unpack it first if another program has wrapped it."),
        VERSION_MISSING("iati.version-missing", "the file does not say which version of IATI it follows",
                "Ask the publisher for the file in IATI 2.03, with version=\"2.03\" on <iati-activities>."),
        VERSION_OTHER("iati.version-other", "the file follows IATI {0}, and only 2.03 can be read",
                "Ask the publisher for the file in IATI 2.03, or convert it."),
        MALFORMED("iati.malformed", "this is not well-formed XML: {0}",
                "Have the file made again by a program that writes XML; it may have been cut off or edited by hand."),
        DTD("iati.dtd", "the file holds a document type declaration",
                "Remove the <!DOCTYPE …> and write the characters that its entities stand for."),
        IDENTIFIER_MISSING("iati.identifier-missing", "the activity has no <iati-identifier>",
                "Give every activity its identifier; without one its later versions cannot be recognised."),
        TRANSACTION_TYPE_MISSING("iati.transaction-type-missing", "the transaction has no type",
                "Give it <transaction-type code=\"…\"/>; without one nobody can tell which way the money went."),
        TRANSACTION_DATE_MISSING("iati.transaction-date-absent",
                "neither the transaction nor its value has a date that can be read",
                "Give it <transaction-date iso-date=\"YYYY-MM-DD\"/>."),
        VALUE_MISSING("iati.value-missing", "the transaction has no value",
                "Give it <value currency=\"…\" value-date=\"…\">…</value>."),
        VALUE_NOT_A_NUMBER("iati.value-not-a-number", "the value \"{0}\" is not a number",
                "Write digits with at most one full stop, as in -1234567.50: no thousands separators, no comma, no "
                        + "exponent, no currency sign."),
        CURRENCY_MISSING("iati.currency-missing", "neither the value nor its activity names a currency",
                "Give the value a currency, or the activity a default-currency."),
        TRANSACTION_AMBIGUOUS("iati.transaction-ambiguous", "the transaction has two different <{0}> elements",
                "Keep the one that is right, or make two transactions."),
        LIMIT_EXCEEDED("iati.limit-exceeded", "the file exceeds the limit {0} of {1}",
                "Split the file into smaller ones, or raise the limit in the configuration.");

        private final String code;
        private final String message;
        private final String advice;

        Reason(String code, String message, String advice) {
            this.code = code;
            this.message = message.replace("'", "''");
            this.advice = advice;
        }

        /** The stable code, such as {@code iati.value-not-a-number}. */
        public String code() {
            return code;
        }
    }
}
