package org.aidledger.tlog.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aidledger.tlog.TlogException;

/** Reads JSON strictly. For one text. */
final class JsonReader {

    private static final int DEPTH_MAX = 64;
    private static final int NUMBER_CHARS_MAX = 64;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final String text;
    private final String where;
    private int at;

    JsonReader(byte[] utf8, String where) {
        this.where = where;
        try {
            this.text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw new TlogException.Malformed(where, "not UTF-8");
        }
    }

    Json read() {
        Json value = value(0);
        space();
        if (at < text.length()) {
            throw malformed("more after the value");
        }
        return value;
    }

    private Json value(int depth) {
        if (depth > DEPTH_MAX) {
            throw malformed("nested deeper than " + DEPTH_MAX);
        }
        space();
        switch (peek()) {
            case '{' :
                return members(depth);
            case '[' :
                return items(depth);
            case '"' :
                return new Json.Text(string());
            case 't' :
                return word("true", Json.Literal.TRUE);
            case 'f' :
                return word("false", Json.Literal.FALSE);
            case 'n' :
                return word("null", Json.Literal.NULL);
            default :
                return number();
        }
    }

    private Json members(int depth) {
        Map<String, Json> all = new LinkedHashMap<>();
        at++;
        space();
        if (peek() == '}') {
            at++;
            return new Json.Members(all);
        }
        while (true) {
            space();
            if (peek() != '"') {
                throw malformed("a name is expected");
            }
            String name = string();
            space();
            expect(':');
            if (all.put(name, value(depth + 1)) != null) {
                throw malformed("a name occurs twice");
            }
            space();
            if (peek() == '}') {
                at++;
                return new Json.Members(all);
            }
            expect(',');
        }
    }

    private Json items(int depth) {
        List<Json> all = new ArrayList<>();
        at++;
        space();
        if (peek() == ']') {
            at++;
            return new Json.Items(all);
        }
        while (true) {
            all.add(value(depth + 1));
            space();
            if (peek() == ']') {
                at++;
                return new Json.Items(all);
            }
            expect(',');
        }
    }

    private String string() {
        StringBuilder value = new StringBuilder();
        at++;
        while (true) {
            char c = peek();
            at++;
            if (c == '"') {
                return value.toString();
            }
            if (c < ' ') {
                throw malformed("a control character in a string");
            }
            value.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() {
        char c = peek();
        at++;
        switch (c) {
            case '"' :
            case '\\' :
            case '/' :
                return c;
            case 'b' :
                return '\b';
            case 'f' :
                return '\f';
            case 'n' :
                return '\n';
            case 'r' :
                return '\r';
            case 't' :
                return '\t';
            case 'u' :
                String hex = at + 4 <= text.length() ? text.substring(at, at + 4) : "";
                if (!hex.matches("[0-9a-fA-F]{4}")) {
                    throw malformed("four hexadecimal digits are expected");
                }
                at += 4;
                return (char) Integer.parseInt(hex, 16);
            default :
                throw malformed("an unknown escape");
        }
    }

    private Json number() {
        Matcher number = NUMBER.matcher(text).region(at, Math.min(text.length(), at + NUMBER_CHARS_MAX));
        if (!number.lookingAt()) {
            throw malformed("a value is expected");
        }
        at = number.end();
        return new Json.Digits(number.group());
    }

    private Json word(String word, Json literal) {
        if (!text.startsWith(word, at)) {
            throw malformed("a value is expected");
        }
        at += word.length();
        return literal;
    }

    private void expect(char c) {
        if (peek() != c) {
            throw malformed("'" + c + "' is expected");
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw malformed("it ends too early");
        }
        return text.charAt(at);
    }

    private void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private TlogException malformed(String what) {
        return new TlogException.Malformed(where, "not JSON at character " + at + ": " + what);
    }
}
