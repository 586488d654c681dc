package org.aidledger.view;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it is searched: without accents, Vietnamese đ as d, in lower case. */
public final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private SearchText() {
    }

    public static String of(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return plain.replace('đ', 'd').replace('Đ', 'D').toLowerCase(Locale.ROOT);
    }

    /** The words of what somebody searches for, none when it is blank. */
    public static String[] words(String text) {
        String plain = of(text).strip();
        return plain.isEmpty() ? new String[0] : plain.split("\\s+");
    }
}
