package org.aidledger.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Shortens what fails: leaves out ever smaller parts of a sequence as long as the rest still fails (delta debugging). */
public final class Shortest {

    private Shortest() {
    }

    /**
     * @param failing a sequence that fails
     * @param fails tells whether a sequence fails
     * @return a part of it, in its order, that fails and of which no single step can be left out
     */
    public static <T> List<T> of(List<T> failing, Predicate<List<T>> fails) {
        List<T> shortest = List.copyOf(failing);
        int size = Math.max(1, shortest.size() / 2);
        while (true) {
            List<T> shorter = without(shortest, size, fails);
            if (shorter.size() < shortest.size()) {
                shortest = shorter;
                size = Math.max(1, Math.min(size, shortest.size() / 2));
            } else if (size > 1) {
                size = size / 2;
            } else {
                return shortest;
            }
        }
    }

    private static <T> List<T> without(List<T> sequence, int size, Predicate<List<T>> fails) {
        List<T> left = new ArrayList<>(sequence);
        for (int from = 0; from < left.size();) {
            List<T> rest = new ArrayList<>(left.subList(0, from));
            rest.addAll(left.subList(Math.min(left.size(), from + size), left.size()));
            if (fails.test(rest)) {
                left = rest;
            } else {
                from += size;
            }
        }
        return List.copyOf(left);
    }
}
