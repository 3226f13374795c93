package org.ruhu.tools.link.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads names in Han characters, Tibetan script or Latin letters; the first of these that a text has. */
final class NameReader {

    /** Nobody's name is longer; what is, is compared as a whole. */
    private static final int LONGEST = 24;

    private static final Pattern ASIDE = Pattern.compile("\\([^()]*\\)");

    private final Syllables syllables;
    private final HanParts han;
    private final LatinNames latin;

    NameReader(Syllables syllables) {
        this.syllables = syllables;
        this.han = new HanParts(syllables);
        this.latin = new LatinNames(syllables);
    }

    Name read(String written) {
        if (written.length() > 10 * LONGEST) {
            return Name.opaque(written);
        }
        String narrow = Letters.nfkc(written);
        String text = narrow.indexOf('(') < 0 ? narrow : withoutAside(narrow);
        List<String> pieces = pieces(Simplified.of(text));
        if (!pieces.isEmpty()) {
            return han(pieces);
        }
        List<String> tibetan = TibetanScript.syllables(text);
        return tibetan.isEmpty() ? latin.read(text) : tibetan(tibetan);
    }

    /** {@code 扎西(大)}: what is in brackets tells people of a name apart, or is another name. */
    private static String withoutAside(String text) {
        String without = ASIDE.matcher(text).replaceAll("");
        return Letters.letters(without).isEmpty() ? text : without;
    }

    /** Han characters between anything else. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int next;
        for (int i = 0; i < text.length(); i += Character.charCount(next)) {
            next = text.codePointAt(i);
            if (Character.isIdeographic(next)) {
                piece.appendCodePoint(next);
            } else if (!piece.isEmpty()) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
        }
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
        }
        return pieces;
    }

    private Name han(List<String> pieces) {
        String all = String.join("", pieces);
        if (all.length() > LONGEST) {
            return Name.opaque(all);
        }
        if (pieces.size() > 1) {
            String rest = String.join("", pieces.subList(1, pieces.size()));
            List<Part> given = parts(rest);
            boolean house = certain(given) && !certain(parts(pieces.get(0))) && !Surnames.contains(pieces.get(0));
            if (house) {
                return new Name(given, false);
            }
        }
        return han(withoutHouse(all));
    }

    /** A house name ends in 仓 or 家, and a name stands behind it; 家 is in names of Han people too. */
    private String withoutHouse(String name) {
        for (int i = 1; i < Math.min(5, name.length() - 2); i++) {
            char end = name.charAt(i);
            if ((end == '仓' || end == '家') && house(end, parts(name.substring(i + 1)))) {
                return name.substring(i + 1);
            }
        }
        return name;
    }

    private static boolean house(char end, List<Part> given) {
        return end == '仓' ? given.stream().anyMatch(Part::certain) : certain(given);
    }

    private Name han(String name) {
        List<Part> parts = parts(name);
        if (parts.stream().allMatch(Part::known)) {
            return new Name(parts, false);
        }
        Optional<String> surname = Surnames.before(name);
        if (surname.isPresent()) {
            int length = surname.get().length();
            List<Part> given = parts(name.substring(length));
            if (certain(given)) {
                List<Part> all = new ArrayList<>(List.of(Part.other(surname.get(), sound(surname.get()))));
                all.addAll(given);
                return new Name(all, true);
            }
            if (name.length() <= length + 2 && parts.stream().noneMatch(Part::certain)) {
                return new Name(characters(name, length), false);
            }
        }
        return new Name(parts, false);
    }

    private static String sound(String surname) {
        return surname.length() > 1 ? Word.sound(surname) : Pinyin.ofSurname(surname.charAt(0));
    }

    private static List<Part> characters(String name, int surname) {
        return IntStream.range(0, name.length()).mapToObj(i -> Part.han(name.charAt(i),
                i == 0 && surname == 1 ? Pinyin.ofSurname(name.charAt(i)) : Pinyin.of(name.charAt(i))))
                .collect(Collectors.toList());
    }

    /** All of it is known, and not just syllables, nor by its sound only. */
    private static boolean certain(List<Part> parts) {
        return parts.stream().anyMatch(Part::certain) && parts.stream().allMatch(Part::known);
    }

    private List<Part> parts(String name) {
        int[] characters = name.codePoints().toArray();
        return Segments.cheapest(characters.length, HanParts.LONGEST, (from, to) -> han.part(characters, from, to));
    }

    private Name tibetan(List<String> syllables) {
        if (syllables.size() > LONGEST) {
            return Name.opaque(String.join(TibetanScript.TSHEG, syllables));
        }
        int house = syllables.indexOf("ཚང") + 1;
        List<Part> given = tibetanParts(syllables.subList(house, syllables.size()));
        return house > 1 && certain(given) ? new Name(given, false) : new Name(tibetanParts(syllables), false);
    }

    private List<Part> tibetanParts(List<String> written) {
        return Segments.cheapest(written.size(), 3, (from, to) -> {
            String spelling = String.join(TibetanScript.TSHEG, written.subList(from, to));
            Optional<Part> word = syllables.tibetan(spelling).map(known -> Part.word(known, Word.sound(known.usual()),
                    written.subList(from, to).stream().mapToInt(Code::other).toArray(), true));
            return word.isPresent() || to - from > 1 ? word : Optional.of(Part.other(spelling, ""));
        });
    }
}
