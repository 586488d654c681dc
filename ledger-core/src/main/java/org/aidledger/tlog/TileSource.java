package org.aidledger.tlog;

/** Where the tiles of a log are read by their paths: an address, a folder, an evidence bundle. */
@FunctionalInterface
public interface TileSource {

    /**
     * The bytes of a hash tile or an entry bundle.
     *
     * @throws TlogException.Unavailable
     *             if the source has it not
     */
    byte[] read(TilePath path);
}
