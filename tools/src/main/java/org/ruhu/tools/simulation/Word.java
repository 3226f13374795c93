package org.ruhu.tools.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

/**
 * A word of Tibetan names.
 *
 * @param bearer    man, woman or either
 * @param last      only ever the second of two
 * @param pinyin    of the usual spelling
 * @param spellings in Han characters, the first is the usual one
 */
record Word(String tibetan, String bearer, boolean last, String pinyin, List<String> spellings) {

    private static final List<Word> ALL = read();

    /** Words in the order of how common they are: the one at place r is borne 1 / (r + 4) times as often. */
    record Stock(List<Word> words, int[] upTo) {

        static Stock of(Predicate<Word> wanted) {
            List<Word> words = ALL.stream().filter(wanted).toList();
            int[] upTo = new int[words.size()];
            int total = 0;
            for (int i = 0; i < upTo.length; i++) {
                total += 1_000_000 / (i + 4);
                upTo[i] = total;
            }
            return new Stock(words, upTo);
        }

        Word one(Dice dice) {
            int point = dice.below(upTo[upTo.length - 1]);
            int low = 0;
            int high = upTo.length - 1;
            while (low < high) {
                int middle = low + high >>> 1;
                if (upTo[middle] <= point) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return words.get(low);
        }
    }

    boolean borneBy(boolean male) {
        return !bearer.equals(male ? "woman" : "man");
    }

    private static List<Word> read() {
        try (InputStream in = Word.class.getResourceAsStream("names.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(line -> line.split(","))
                    .map(cells -> new Word(cells[0], cells[1], cells[2].equals("last"), cells[3],
                            List.of(cells[4].split(" "))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
