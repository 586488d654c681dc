package org.aidledger.catalogue;

/**
 * A double as ECMAScript's {@code Number::toString} prints it, which RFC 8785 (3.2.2.3) makes the one spelling of a
 * number. The shortest digits come from {@link Double#toString(double)} (shortest since JDK 19); only their layout
 * differs.
 */
final class EcmaScriptNumber {

    /** From 10^21 on, ECMAScript writes an exponent. */
    private static final int PLAIN_EXPONENT_MAX = 21;
    /** Below 10^-6 too. */
    private static final int PLAIN_EXPONENT_MIN = -6;
    private static final double EXACT_INTEGER_MAX = 1L << 53;

    private EcmaScriptNumber() {
    }

    /** @throws IllegalArgumentException for NaN and the infinities, which JSON cannot write */
    static String text(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no form for " + value);
        }
        // Also turns -0 into 0, as ECMAScript does.
        if (Math.abs(value) <= EXACT_INTEGER_MAX && value == Math.rint(value)) {
            return Long.toString((long) value);
        }
        double magnitude = Math.abs(value);
        String java = Double.toString(magnitude);
        int e = java.indexOf('E');
        String mantissa = e < 0 ? java : java.substring(0, e);
        int point = mantissa.indexOf('.');
        var digits = new StringBuilder(mantissa).deleteCharAt(point);
        // The value is 0.DIGITS times ten to this power: "n" in ECMA-262.
        int exponent = point + (e < 0 ? 0 : Integer.parseInt(java, e + 1, java.length(), 10));
        while (digits.length() > 1 && digits.charAt(0) == '0') {
            digits.deleteCharAt(0);
            exponent--;
        }
        while (digits.length() > 1 && digits.charAt(digits.length() - 1) == '0') {
            digits.setLength(digits.length() - 1);
        }
        if (digits.length() == 2 && magnitude < Double.MIN_NORMAL) {
            exponent = shortenSubnormal(magnitude, digits, exponent);
        }
        return layout(value < 0 ? "-" : "", digits, exponent);
    }

    /**
     * Java prefers the closest of all decimals with up to two digits, ECMAScript a single digit where one suffices:
     * 4.9E-324 here is 5e-324 there. Only subnormal numbers lie so far apart that this can differ.
     */
    private static int shortenSubnormal(double magnitude, StringBuilder digits, int exponent) {
        int rounded = Math.round(Integer.parseInt(digits, 0, 2, 10) / 10f);
        // Rounding 9.9 gives 10: the same single digit, one power higher.
        String digit = rounded == 10 ? "1" : Integer.toString(rounded);
        int shorter = rounded == 10 ? exponent + 1 : exponent;
        if (Double.parseDouble("0." + digit + "E" + shorter) != magnitude) {
            return exponent;
        }
        digits.setLength(0);
        digits.append(digit);
        return shorter;
    }

    /** ECMA-262, Number::toString, steps 6 to 12. */
    private static String layout(String sign, StringBuilder digits, int exponent) {
        int count = digits.length();
        if (count <= exponent && exponent <= PLAIN_EXPONENT_MAX) {
            return sign + digits + "0".repeat(exponent - count);
        }
        if (0 < exponent && exponent <= PLAIN_EXPONENT_MAX) {
            return sign + digits.insert(exponent, '.');
        }
        if (PLAIN_EXPONENT_MIN < exponent && exponent <= 0) {
            return sign + "0." + "0".repeat(-exponent) + digits;
        }
        if (count > 1) {
            digits.insert(1, '.');
        }
        int power = exponent - 1;
        return sign + digits + (power < 0 ? "e-" : "e+") + Math.abs(power);
    }
}
