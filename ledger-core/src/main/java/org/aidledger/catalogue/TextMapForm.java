package org.aidledger.catalogue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Texts by name; the names are sorted. */
enum TextMapForm implements Form<Map<String, String>> {
    FORM;

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
        var map = new HashMap<String, String>();
        String previous = null;
        do {
            String name = in.string();
            if (previous != null && previous.compareTo(name) >= 0) {
                throw in.bad("names are not in order");
            }
            previous = name;
            in.expect(':');
            map.put(name, in.string());
        } while (in.accept(','));
        in.expect('}');
        return map;
    }

    @Override
    public String description() {
        return "texts by name";
    }
}
