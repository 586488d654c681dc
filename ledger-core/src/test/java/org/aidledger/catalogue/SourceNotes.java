package org.aidledger.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a record's documentation comment says, read from its source.
 *
 * @param text the comment without its tags
 * @param components what it says about a component, by name
 */
record SourceNotes(String text, Map<String, String> components) {

    private static final Pattern CODE = Pattern.compile("\\{@code\\s+([^}]*)}");
    private static final Pattern LINK = Pattern.compile("\\{@link\\s+(?:[\\w.]*[.#])?([^}]*)}");
    private static final Pattern CONSTANT = Pattern.compile("\\{@value\\s+#(\\w+)}");

    static SourceNotes of(Class<?> type) {
        Class<?> file = type;
        while (file.getEnclosingClass() != null) {
            file = file.getEnclosingClass();
        }
        Path source = Path.of("src", "main", "java").resolve(file.getName().replace('.', '/') + ".java");
        try {
            return parse(comment(Files.readString(source), type.getSimpleName()), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last comment before the record's declaration, on one line. */
    private static String comment(String source, String record) {
        int declaration = source.indexOf(" record " + record + "(");
        int start = source.lastIndexOf("/**", declaration);
        int end = source.indexOf("*/", start);
        boolean isItsOwn = start >= 0 && !source.substring(end, declaration).contains(";")
                && !source.substring(end, declaration).contains("}");
        if (!isItsOwn) {
            return "";
        }
        return source.substring(start + 3, end).replaceAll("\\s*\\n\\s*\\*[ ]?", " ").replaceAll("\\s+", " ").strip();
    }

    private static SourceNotes parse(String comment, Class<?> type) {
        String plain = CODE.matcher(comment).replaceAll("`$1`");
        plain = LINK.matcher(plain).replaceAll("`$1`");
        plain = CONSTANT.matcher(plain).replaceAll(constant -> constant(type, constant.group(1)));
        String[] pieces = plain.split("\\s*@param ");
        var components = new LinkedHashMap<String, String>();
        for (int i = 1; i < pieces.length; i++) {
            String[] nameAndText = pieces[i].split(" ", 2);
            components.put(nameAndText[0], nameAndText[1]);
        }
        return new SourceNotes(pieces[0].strip(), components);
    }

    private static String constant(Class<?> type, String name) {
        try {
            return String.valueOf(type.getField(name).get(null));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("the comment of " + type + " names a constant it does not have", e);
        }
    }
}
