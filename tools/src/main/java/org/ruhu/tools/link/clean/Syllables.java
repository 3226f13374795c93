package org.ruhu.tools.link.clean;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How Tibetan names are written: the words they are made of, each with its spellings. A county adds the spellings of
 * its own books with {@link #and}. Cleaners and forms made with different tables cannot be compared.
 */
public final class Syllables {

    /** Reading tables takes longer than most cleaning: once, when first needed. */
    private static final class Bundled {
        private static final Syllables TABLE = read();

        private static Syllables read() {
            try (Reader table = new InputStreamReader(Syllables.class.getResourceAsStream("syllables.tsv"),
                    StandardCharsets.UTF_8)) {
                return new Syllables(List.of()).and(table, "syllables.tsv");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class InForce {
        private static volatile Syllables table = bundled();
    }

    private final List<Word> words;
    private final Map<String, Word> byHan = new HashMap<>();
    /** With what characters spellings of more than two begin. */
    private final BitSet firstsOfLong = new BitSet();
    private final Map<String, Word> byTibetan = new HashMap<>();
    private final Map<String, Word> byPinyin = new HashMap<>();
    private final Map<String, Word> byLatin = new HashMap<>();
    private final int[][] firsts;
    private final LikeSyllables like;

    private Syllables(List<Word> words) {
        this.words = words;
        Set<String> ambiguous = new HashSet<>();
        for (Word word : words) {
            word.han().forEach(spelling -> byHan.put(spelling, word));
            word.han().stream().filter(spelling -> spelling.codePointCount(0, spelling.length()) > 2)
                    .forEach(spelling -> firstsOfLong.set(spelling.codePointAt(0)));
            word.tibetan().forEach(spelling -> byTibetan.put(spelling, word));
            for (String spelling : word.han()) {
                String sound = Word.sound(spelling);
                Word other = byPinyin.putIfAbsent(sound, word);
                if (other != null && other != word) {
                    ambiguous.add(sound);
                }
            }
        }
        byPinyin.keySet().removeAll(ambiguous);
        words.forEach(word -> word.latin().forEach(spelling -> byLatin.put(spelling, word)));
        ambiguous.forEach(byLatin::remove);
        byLatin.putAll(byPinyin);
        firsts = words.stream().map(Syllables::firstSyllables).toArray(int[][]::new);
        like = new LikeSyllables(Arrays.stream(firsts).filter(syllables -> syllables.length > 0).toList());
    }

    /** What names are read with where no other table is given: at first what comes with the project. */
    public static Syllables current() {
        return InForce.table;
    }

    /**
     * From now on cleaners and measures are made with this table; those there are keep theirs. For whoever starts a
     * program, before anything is read: what was made with different tables cannot be compared.
     */
    public static void use(Syllables table) {
        InForce.table = table;
    }

    /** What comes with the project. */
    public static Syllables bundled() {
        return Bundled.TABLE;
    }

    /**
     * This table and more lines: a key that is known gets further spellings, and what was a spelling of another word
     * belongs to the new one from now on.
     *
     * @param lines  in the layout of syllables.tsv; blank lines and those that begin with # say nothing
     * @param source what mistakes name as their place
     * @throws IllegalArgumentException with the line and what to do about it
     */
    public Syllables and(Reader lines, String source) throws IOException {
        Map<String, List<String>> taken = new HashMap<>();
        Map<String, Word> byKey = new LinkedHashMap<>();
        words.forEach(word -> byKey.put(word.key(), word));
        BufferedReader reader = new BufferedReader(lines);
        int number = 0;
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            number++;
            String line = text.startsWith("\uFEFF") ? text.substring(1) : text;
            if (!line.isBlank() && !line.startsWith("#")) {
                add(SyllableLine.of(source + " line " + number, line), byKey, taken);
            }
        }
        List<Word> numbered = new ArrayList<>();
        byKey.values().forEach(word -> numbered.add(new Word(numbered.size(), word.key(), word.tibetan(), word.han(),
                word.latin(), word.bearer(), word.weekday())));
        return new Syllables(List.copyOf(numbered));
    }

    private static void add(SyllableLine line, Map<String, Word> byKey, Map<String, List<String>> taken) {
        for (String spelling : line.han()) {
            List<String> earlier = taken.putIfAbsent(spelling, List.of(line.key(), line.place()));
            if (earlier != null && !earlier.get(0).equals(line.key())) {
                throw new IllegalArgumentException(line.place() + " has " + spelling + ", which is " + earlier.get(0)
                        + " in " + earlier.get(1) + "; leave it in one of the two");
            }
        }
        byKey.replaceAll((key, word) -> key.equals(line.key()) ? word : without(word, line.han()));
        byKey.values().removeIf(word -> word.han().isEmpty());
        Optional<Word> known = Optional.ofNullable(byKey.get(line.key()));
        byKey.put(line.key(), new Word(0, line.key(),
                both(known.map(Word::tibetan), line.tibetan()), both(known.map(Word::han), line.han()),
                both(known.map(Word::latin), line.latin()),
                known.map(Word::bearer).filter(bearer -> line.bearer() == Word.Bearer.EITHER).orElse(line.bearer()),
                line.weekday() || known.map(Word::weekday).orElse(false)));
    }

    private static Word without(Word word, List<String> han) {
        return new Word(0, word.key(), word.tibetan(), word.han().stream().filter(text -> !han.contains(text)).toList(),
                word.latin(), word.bearer(), word.weekday());
    }

    private static List<String> both(Optional<List<String>> known, List<String> more) {
        Set<String> both = new LinkedHashSet<>(known.orElse(List.of()));
        both.addAll(more);
        return List.copyOf(both);
    }

    Optional<Word> han(String spelling) {
        return Optional.ofNullable(byHan.get(spelling));
    }

    /** Whether a spelling of more than two characters begins so. */
    boolean beginsLong(int character) {
        return firstsOfLong.get(character);
    }

    Optional<Word> tibetan(String spelling) {
        return Optional.ofNullable(byTibetan.get(spelling));
    }

    /** The only word with a spelling that is read so. */
    Optional<Word> pinyin(String letters) {
        return Optional.ofNullable(byPinyin.get(letters));
    }

    /** By pinyin, or as the world writes it. */
    Optional<Word> latin(String letters) {
        return Optional.ofNullable(byLatin.get(letters));
    }

    /** Whether the first syllable of a word may be written so. */
    boolean beginsWith(int word, int syllable) {
        for (int first : firsts[word]) {
            if (first == syllable) {
                return true;
            }
        }
        return false;
    }

    /** A syllable, or the first one of a word, as the one that stands for all that may be written for it. */
    int like(int lead) {
        if (!Code.isWord(lead)) {
            return like.of(lead);
        }
        int[] first = firsts[Code.wordNumber(lead)];
        return first.length == 0 ? lead : like.of(first[0]);
    }

    List<Word> words() {
        return words;
    }

    private static int[] firstSyllables(Word word) {
        Stream<String> han = word.han().stream().filter(spelling -> spelling.length() > 1);
        Stream<String> tibetan = word.tibetan().stream().filter(spelling -> spelling.contains(TibetanScript.TSHEG));
        return IntStream.concat(
                han.mapToInt(spelling -> Code.sound(Pinyin.of(spelling.charAt(0)))),
                tibetan.mapToInt(spelling -> Code.other(TibetanScript.syllables(spelling).get(0))))
                .distinct().toArray();
    }
}
