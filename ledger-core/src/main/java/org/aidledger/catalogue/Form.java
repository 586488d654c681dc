package org.aidledger.catalogue;

/**
 * How the values of one Java type are written and read.
 *
 * @param <T> the Java type
 */
interface Form<T> {

    /** @throws IllegalArgumentException when the value has no form */
    void write(T value, CanonicalOutput out);

    /** @throws UnreadableLeaf when what is next is not the form of a value */
    T read(CanonicalInput in);

    /** What the reference calls it, for example {@code date}. */
    String description();
}
