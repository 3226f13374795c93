package org.ruhu.tools.link.clean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names in Latin letters: pinyin, with or without spaces, or as the world writes Tibetan names. */
final class LatinNames {

    private static final int LONGEST = 60;
    private static final int LONGEST_WORD = 14;

    private final Syllables syllables;

    LatinNames(Syllables syllables) {
        this.syllables = syllables;
    }

    Name read(String text) {
        String small = Letters.lower(text).replace('ü', 'v').replace("u:", "v");
        String spelled = Letters.withoutAccents(small);
        String letters = Letters.only(spelled, LatinNames::latin);
        if (letters.isEmpty()) {
            String other = Letters.letters(spelled);
            return other.isEmpty() ? Name.NONE : Name.opaque(other);
        }
        if (letters.length() > LONGEST) {
            return Name.opaque(letters);
        }
        List<Part> parts = Segments.cheapest(letters.length(), LONGEST_WORD, (from, to) -> part(letters, from, to));
        return new Name(parts.isEmpty() ? foreign(spelled) : parts, false);
    }

    /** The syllables of a pinyin text; empty if it is none. */
    static List<String> pinyin(String letters) {
        return Segments.cheapest(letters.length(), Pinyin.LONGEST, (from, to) -> syllable(letters.substring(from, to)))
                .stream().map(Part::text).toList();
    }

    private Optional<Part> part(String letters, int from, int to) {
        String piece = letters.substring(from, to);
        Optional<Word> word = syllables.latin(piece).filter(known -> known.usual().length() > 1
                || from > 0 && to == letters.length());
        if (word.isPresent()) {
            return word.map(known -> Part.word(known, piece, sounds(known, piece), true));
        }
        return syllable(piece);
    }

    private static Optional<Part> syllable(String piece) {
        return piece.length() <= Pinyin.LONGEST && Pinyin.isSyllable(piece) ? Optional.of(Part.sound(piece))
                : Optional.empty();
    }

    /** As of the Han spelling that is read so, or of the usual one. */
    private static int[] sounds(Word word, String letters) {
        String han = word.han().stream().filter(spelling -> Word.sound(spelling).equals(letters)).findFirst()
                .orElse(word.usual());
        return han.codePoints().map(character -> Code.sound(Pinyin.of(character))).toArray();
    }

    private static List<Part> foreign(String spelled) {
        String apart = spelled.codePoints().map(c -> latin(c) || c == '\'' ? c : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return Arrays.stream(apart.replace("'", "").split(" ")).filter(word -> !word.isEmpty())
                .map(word -> Part.other(word, word)).collect(Collectors.toCollection(ArrayList::new));
    }

    private static boolean latin(int c) {
        return c >= 'a' && c <= 'z';
    }
}
