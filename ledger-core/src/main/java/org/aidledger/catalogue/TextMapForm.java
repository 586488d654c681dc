package org.aidledger.catalogue;

import java.util.ArrayList;
import java.util.Arrays;

import java.util.Map;

/** Texts by name; the names are sorted. */
enum TextMapForm implements Form<Map<String, String>> {
    FORM;

    @SuppressWarnings({"rawtypes", "unchecked"}) // Java has no arrays of a generic type.
    private static final Map.Entry<String, String>[] NONE = new Map.Entry[0];

    @Override
    public void write(Map<String, String> map, CanonicalOutput out) {
        String[] names = map.keySet().toArray(String[]::new);
        Arrays.sort(names);
        out.put('{');
        for (int i = 0; i < names.length; i++) {
            if (i > 0) {
                out.put(',');
            }
            out.string(names[i]);
            out.put(':');
            String value = map.get(names[i]);
            if (value == null) {
                throw new IllegalArgumentException("the text named " + names[i] + " is missing");
            }
            out.string(value);
        }
        out.put('}');
    }

    @Override
    public Map<String, String> read(CanonicalInput in) {
        in.expect('{');
        if (in.accept('}')) {
            return Map.of();
        }
        var entries = new ArrayList<Map.Entry<String, String>>();
        String previous = null;
        do {
            String name = in.string();
            if (previous != null && previous.compareTo(name) >= 0) {
                throw in.bad("names are not in order");
            }
            previous = name;
            in.expect(':');
            entries.add(Map.entry(name, in.string()));
        } while (in.accept(','));
        in.expect('}');
        return Map.ofEntries(entries.toArray(NONE));
    }

    @Override
    public String description() {
        return "texts by name";
    }
}
