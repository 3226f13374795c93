package org.ruhu.tools.link.score;

import java.util.Arrays;
import java.util.List;
import org.ruhu.tools.link.block.Blocking;

/** The patterns of all new pairs in the order they are walked, so that pairs need not be compared a second time. */
final class Patterns {

    /** Nothing is known. */
    static final Patterns NONE = new Patterns(0);

    /** They may take so much of the memory that Java is given. */
    private static final int SHARE_OF_MEMORY = 8;

    private final int[][] byPart;

    private Patterns(int parts) {
        byPart = new int[parts][];
    }

    /** Room for all pairs; {@link #NONE} if they might be too many. */
    static Patterns of(Blocking blocking, List<Blocking.Part> parts) {
        long most = Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY / Integer.BYTES;
        return blocking.pairs() <= most ? new Patterns(parts.size()) : NONE;
    }

    boolean known() {
        return byPart.length > 0;
    }

    /** One thread writes a part down, or reads it, from its first pair on. */
    final class Place {
        private int part;
        private int at;

        void start(int part) {
            this.part = part;
            this.at = 0;
        }

        void write(Tile tile) {
            int[] patterns = at == 0 ? new int[2 * Tile.PAIRS] : byPart[part];
            if (at + tile.pairs > patterns.length) {
                patterns = Arrays.copyOf(patterns, 2 * patterns.length);
            }
            System.arraycopy(tile.pattern, 0, patterns, at, tile.pairs);
            at += tile.pairs;
            byPart[part] = patterns;
        }

        /** Nothing more comes. */
        void end() {
            byPart[part] = at == 0 ? new int[0] : Arrays.copyOf(byPart[part], at);
        }

        void read(Tile tile) {
            System.arraycopy(byPart[part], at, tile.pattern, 0, tile.pairs);
            at += tile.pairs;
        }
    }
}
