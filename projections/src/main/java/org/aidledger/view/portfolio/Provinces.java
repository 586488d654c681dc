package org.aidledger.view.portfolio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aidledger.project.Place;
import org.jspecify.annotations.Nullable;

/**
 * The provinces before and since 1 July 2025 (Resolution 202/2025/QH15) and what became of each. Seven codes name another
 * province since: a code says which only together with the date of its list.
 */
public final class Provinces {

    /** From this day on a list of codes is one of the 34 provinces. */
    public static final LocalDate SINCE = LocalDate.of(2025, 7, 1);

    private static final String TABLE = "provinces.txt";
    private static final String AND = " + ";
    private static final Pattern RECORDED = Pattern.compile("(.+) \\((\\d{4}-\\d{2}-\\d{2})\\)");

    private static final Map<String, String> NAMES_BEFORE = new TreeMap<>();
    private static final Map<String, String> NAMES_SINCE = new TreeMap<>();
    private static final Map<String, String> BECAME = new TreeMap<>();

    static {
        table().lines().filter(line -> !line.startsWith("#")).forEach(Provinces::read);
    }

    private Provinces() {
    }

    /** All codes of the list that was in force on that day. */
    public static List<String> codes(LocalDate day) {
        return List.copyOf((isBefore(day) ? NAMES_BEFORE : NAMES_SINCE).keySet());
    }

    /** The name that a code has in the list of its date; null where that list has no such code. */
    public static @Nullable String name(Place place) {
        return (isBefore(place.listDate()) ? NAMES_BEFORE : NAMES_SINCE).get(place.province());
    }

    /** The province of the 34 that a place is in; a code that its list does not have stays what it is. */
    public static Place since2025(Place place) {
        String code = isBefore(place.listDate()) ? BECAME.get(place.province()) : place.province();
        return code == null || !NAMES_SINCE.containsKey(code) ? place : new Place(code, SINCE);
    }

    /** Code, name and, in brackets, the date of the list: {@code 24 Bắc Giang (2004-07-08)}. */
    public static String label(Place place) {
        String name = name(place);
        return recorded(new Place(name == null ? place.province() : place.province() + " " + name, place.listDate()));
    }

    /** How the read model holds a place: without the name, which is looked up when it is read. */
    static String recorded(Place place) {
        return place.province() + " (" + place.listDate() + ")";
    }

    /** What a group of places, as the read model holds it, is called. */
    static String show(String recorded, boolean since2025) {
        return each(recorded, place -> label(since2025 ? since2025(place) : place));
    }

    /** Those of the recorded groups that lie wholly in a province of its own list. */
    static List<String> within(Place province, Collection<String> recorded) {
        UnaryOperator<Place> sameList = isBefore(province.listDate())
                ? place -> isBefore(place.listDate()) ? new Place(place.province(), SINCE.minusDays(1)) : place
                : Provinces::since2025;
        String wanted = recorded(sameList.apply(province));
        return recorded.stream().filter(one -> each(one, place -> recorded(sameList.apply(place))).equals(wanted))
                .toList();
    }

    private static String each(String recorded, Function<Place, String> as) {
        return Arrays.stream(recorded.split(Pattern.quote(AND), -1)).map(one -> {
            Matcher place = RECORDED.matcher(one);
            return place.matches() ? as.apply(new Place(place.group(1), LocalDate.parse(place.group(2)))) : one;
        }).distinct().sorted().collect(Collectors.joining(AND));
    }

    private static boolean isBefore(LocalDate listDate) {
        return listDate.isBefore(SINCE);
    }

    private static void read(String line) {
        String[] sides = line.split(" = ", -1);
        String code = name(sides[0], NAMES_SINCE);
        for (String before : sides[1].split(", ", -1)) {
            BECAME.put(name(before, NAMES_BEFORE), code);
        }
    }

    /** @return the code */
    private static String name(String codeAndName, Map<String, String> names) {
        int blank = codeAndName.indexOf(' ');
        String code = codeAndName.substring(0, blank);
        if (names.put(code, codeAndName.substring(blank + 1)) != null) {
            throw new IllegalStateException(TABLE + " has the code " + code + " twice");
        }
        return code;
    }

    private static String table() {
        try (InputStream table = Objects.requireNonNull(Provinces.class.getResourceAsStream(TABLE), TABLE)) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(TABLE + " cannot be read", unreadable);
        }
    }
}
