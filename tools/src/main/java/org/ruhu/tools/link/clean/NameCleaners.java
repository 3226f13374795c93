package org.ruhu.tools.link.clean;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ruhu.tools.link.clean.Word.Bearer;

/** What cleaners make of a name. */
final class NameCleaners {

    private final NameReader reader;
    private final Syllables syllables;
    private final Map<Integer, String> likeSounding = new HashMap<>();

    NameCleaners(Syllables syllables) {
        this.syllables = syllables;
        this.reader = new NameReader(syllables);
        gather();
    }

    /** Keys of words and pinyin of the other syllables, a blank between. */
    String key(String name) {
        return reader.read(name).key();
    }

    /**
     * The same for a name and its short form, also in another spelling: the first and third of four syllables, all of two.
     * Syllables that the same word may begin with are one, so it tells less than a key: good for blocking.
     */
    String shortForm(String text) {
        Name name = reader.read(text);
        int[] leads = name.leads();
        if (leads.length > 0) {
            return Arrays.stream(leads).mapToObj(this::lead).collect(Collectors.joining(" "));
        }
        return name.parts().stream().skip(name.surname() ? 1 : 0).map(this::written).collect(Collectors.joining(" "));
    }

    /** 1 or 2 as in the forms, where the last word of a name is given to men or women only. */
    String sex(String text) {
        List<Part> parts = reader.read(text).parts();
        Bearer bearer = parts.isEmpty() ? Bearer.EITHER
                : parts.get(parts.size() - 1).word().map(Word::bearer).orElse(Bearer.EITHER);
        return switch (bearer) {
            case MAN -> "1";
            case WOMAN -> "2";
            case EITHER -> "";
        };
    }

    private String lead(int code) {
        return Code.isWord(code) ? first(syllables.words().get(Code.wordNumber(code))) : sound(code, "");
    }

    private String written(Part part) {
        if (part.word().isEmpty()) {
            return part.syllables().length == 1 ? sound(part.syllables()[0], part.text()) : part.text();
        }
        String usual = part.word().get().usual();
        return usual.codePoints().mapToObj(character -> sound(Code.sound(Pinyin.of(character)), Pinyin.of(character)))
                .collect(Collectors.joining(" "));
    }

    private String first(Word word) {
        String pinyin = Pinyin.of(word.usual().charAt(0));
        return sound(Code.sound(pinyin), pinyin);
    }

    private String sound(int code, String otherwise) {
        return likeSounding.getOrDefault(code, otherwise);
    }

    /** Syllables that one word may begin with are one, and so are those that share a syllable with them. */
    private void gather() {
        Map<String, String> parents = new TreeMap<>();
        for (Word word : syllables.words()) {
            String usual = Pinyin.of(word.usual().charAt(0));
            for (String spelling : word.han()) {
                String one = root(parents, Pinyin.of(spelling.charAt(0)));
                String other = root(parents, usual);
                boolean before = one.compareTo(other) < 0;
                parents.put(before ? other : one, before ? one : other);
                parents.putIfAbsent(before ? one : other, before ? one : other);
            }
        }
        parents.keySet().forEach(sound -> likeSounding.put(Code.sound(sound), root(parents, sound)));
    }

    private static String root(Map<String, String> parents, String sound) {
        String next = parents.getOrDefault(sound, sound);
        return next.equals(sound) ? sound : root(parents, next);
    }
}
