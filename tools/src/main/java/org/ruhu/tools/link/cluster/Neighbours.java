package org.ruhu.tools.link.cluster;

import java.util.Arrays;

/** The links of each row that stay within its cluster, if that has enough rows to be looked at. */
final class Neighbours {

    private final int[] start;
    private final int[] link;

    Neighbours(int[] cluster, Links links, int least) {
        int[] size = new int[cluster.length];
        for (int number : cluster) {
            size[number]++;
        }
        start = new int[cluster.length + 1];
        for (int i = 0; i < links.count(); i++) {
            if (within(cluster, links, i) && size[cluster[links.left()[i]]] >= least) {
                start[links.left()[i] + 1]++;
                start[links.right()[i] + 1]++;
            }
        }
        for (int row = 0; row < cluster.length; row++) {
            start[row + 1] += start[row];
        }
        link = new int[start[cluster.length]];
        int[] next = start.clone();
        for (int i = 0; i < links.count(); i++) {
            if (within(cluster, links, i) && size[cluster[links.left()[i]]] >= least) {
                link[next[links.left()[i]]++] = i;
                link[next[links.right()[i]]++] = i;
            }
        }
    }

    private static boolean within(int[] cluster, Links links, int i) {
        return cluster[links.left()[i]] == cluster[links.right()[i]];
    }

    boolean any(int row) {
        return start[row + 1] > start[row];
    }

    /** For each row where its links begin; to be counted up while they are read. */
    int[] cursor() {
        return Arrays.copyOf(start, start.length - 1);
    }

    int start(int row) {
        return start[row];
    }

    int end(int row) {
        return start[row + 1];
    }

    int link(int at) {
        return link[at];
    }
}
