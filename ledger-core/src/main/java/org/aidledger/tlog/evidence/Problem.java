package org.aidledger.tlog.evidence;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One thing about a bundle that is not as it must be.
 *
 * @param code
 *            stable, for example {@code leaf.not-in-log}
 * @param index
 *            of the event concerned, where one is
 * @param evidence
 *            what was compared, by name
 */
public record Problem(String code, OptionalLong index, Map<String, String> evidence) {

    public Problem {
        evidence = Map.copyOf(evidence);
    }

    /** About the bundle as a whole. */
    static Problem of(String code, String... evidence) {
        return new Problem(code, OptionalLong.empty(), map(evidence));
    }

    /** About one event. */
    static Problem at(long index, String code, String... evidence) {
        Map<String, String> all = map(evidence);
        all.put("index", Long.toString(index));
        return new Problem(code, OptionalLong.of(index), all);
    }

    private static Map<String, String> map(String... evidence) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < evidence.length; i += 2) {
            map.put(evidence[i], evidence[i + 1]);
        }
        return map;
    }
}
