package org.aidledger.tlog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The definitions of RFC 6962 section 2.1, written as they stand there: slow, obvious, and apart from the real code. */
final class Trees {

    static final byte[] RFC_8032_TEST_1_SEED = HexFormat.of()
            .parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

    /** The entries of the published roots. */
    static final List<byte[]> GOLDEN_ENTRIES = List
            .of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .stream()
            .map(HexFormat.of()::parseHex).toList();

    static final List<String> GOLDEN_ROOTS = List.of("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    /** A hasher serves one thread; test classes run side by side. */
    private static final ThreadLocal<TreeHasher> HASHER = ThreadLocal.withInitial(TreeHasher::new);

    private Trees() {
    }

    /** Entry {@code i} of the test trees. */
    static byte[] entry(long i) {
        return ("entry " + i).getBytes(StandardCharsets.US_ASCII);
    }

    static List<Hash> leaves(int size) {
        List<Hash> leaves = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            leaves.add(HASHER.get().leaf(entry(i)));
        }
        return leaves;
    }

    static List<Hash> leafHashes(List<byte[]> entries) {
        return entries.stream().map(HASHER.get()::leaf).toList();
    }

    /** MTH(D[n]). */
    static Hash root(List<Hash> leaves) {
        int n = leaves.size();
        if (n == 0) {
            return TreeHasher.EMPTY_ROOT;
        }
        if (n == 1) {
            return leaves.get(0);
        }
        int k = split(n);
        return HASHER.get().node(root(leaves.subList(0, k)), root(leaves.subList(k, n)));
    }

    /** PATH(m, D[n]). */
    static List<Hash> path(int m, List<Hash> leaves) {
        int n = leaves.size();
        List<Hash> path = new ArrayList<>();
        if (n > 1) {
            int k = split(n);
            path.addAll(m < k ? path(m, leaves.subList(0, k)) : path(m - k, leaves.subList(k, n)));
            path.add(m < k ? root(leaves.subList(k, n)) : root(leaves.subList(0, k)));
        }
        return path;
    }

    /** PROOF(m, D[n]). */
    static List<Hash> proof(int m, List<Hash> leaves) {
        return subProof(m, leaves, true);
    }

    private static List<Hash> subProof(int m, List<Hash> leaves, boolean known) {
        int n = leaves.size();
        List<Hash> proof = new ArrayList<>();
        if (m == n) {
            if (!known) {
                proof.add(root(leaves));
            }
            return proof;
        }
        int k = split(n);
        if (m <= k) {
            proof.addAll(subProof(m, leaves.subList(0, k), known));
            proof.add(root(leaves.subList(k, n)));
        } else {
            proof.addAll(subProof(m - k, leaves.subList(k, n), false));
            proof.add(root(leaves.subList(0, k)));
        }
        return proof;
    }

    private static int split(int n) {
        return Integer.highestOneBit(n - 1);
    }

    /** Reads hashes of complete subtrees by computing them from the leaves. */
    static HashSource source(List<Hash> leaves) {
        return (level, from, to) -> {
            int span = 1 << (8 * level);
            byte[] hashes = new byte[(int) (to - from) * 32];
            for (int i = 0; i < to - from; i++) {
                int first = (int) (from + i) * span;
                root(leaves.subList(first, first + span)).copyTo(hashes, i * 32);
            }
            return hashes;
        };
    }
}
