package org.aidledger.catalogue;

import java.util.ArrayList;
import java.util.List;

/** Elements in their order. */
record ListForm<T>(Form<T> element) implements Form<List<T>> {

    @Override
    public void write(List<T> list, CanonicalOutput out) {
        out.put('[');
        boolean first = true;
        for (T value : list) {
            if (!first) {
                out.put(',');
            }
            first = false;
            element.write(value, out);
        }
        out.put(']');
    }

    @Override
    public List<T> read(CanonicalInput in) {
        in.expect('[');
        if (in.accept(']')) {
            return List.of();
        }
        var list = new ArrayList<T>();
        do {
            list.add(element.read(in));
        } while (in.accept(','));
        in.expect(']');
        return list;
    }

    @Override
    public String description() {
        return "list of " + element.description();
    }
}
