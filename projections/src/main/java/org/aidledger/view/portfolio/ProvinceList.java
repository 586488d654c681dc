package org.aidledger.view.portfolio;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** By which list of provinces the portfolio is shown. What is recorded stays what it is. */
public enum ProvinceList {
    /** Each code as it was recorded, with the date of its list. */
    AS_RECORDED("as-recorded"),
    /** The 34 provinces since 1 July 2025: what was recorded of the 63 before counts for the one it became part of. */
    OF_2025("2025");

    private final String key;

    ProvinceList(String key) {
        this.key = key;
    }

    /** As it is asked for. */
    public String key() {
        return key;
    }

    /** Empty where there is no such list. */
    public static Optional<ProvinceList> of(String key) {
        return Arrays.stream(values()).filter(list -> list.key.equals(key)).findFirst();
    }

    /** All keys, for whoever asked for another. */
    public static String keys() {
        return Arrays.stream(values()).map(ProvinceList::key).collect(Collectors.joining(", "));
    }

    /** What a recorded group of provinces is called by this list. */
    String show(String recorded) {
        return Provinces.show(recorded, this == OF_2025);
    }
}
