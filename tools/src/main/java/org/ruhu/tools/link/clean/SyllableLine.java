package org.ruhu.tools.link.clean;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** A line of a table of syllables: how syllables.tsv says at its top. */
record SyllableLine(String place, String key, List<String> tibetan, List<String> han, List<String> latin,
        Word.Bearer bearer, boolean weekday) {

    private static final int FEWEST = 4;
    private static final int MOST = 8;

    /** @throws IllegalArgumentException with the place and what to do */
    static SyllableLine of(String place, String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length < FEWEST || cells.length > MOST) {
            throw wrong(place, "has " + cells.length + " columns; write key, Tibetan, Wylie, Han spellings, and if "
                    + "known Latin spellings, bearer, kind, source, with tabs between");
        }
        String key = cells[0].strip();
        if (!key.matches("[a-z'.-]+")) {
            throw wrong(place, "begins with '" + key + "'; a key is of small letters, ' . and -, as bkra-shis");
        }
        return new SyllableLine(place, key,
                spellings(place, cells, 1, "Tibetan", TibetanScript::isTibetan).stream()
                        .map(TibetanScript::plain).toList(),
                hanOf(place, cells),
                spellings(place, cells, 4, "Latin", spelling -> spelling.matches("[A-Za-z]+")).stream()
                        .map(Letters::lower).toList(),
                bearer(place, cell(cells, 5)), kind(place, cell(cells, 6)));
    }

    private static List<String> hanOf(String place, String[] cells) {
        List<String> han = spellings(place, cells, 3, "Han",
                spelling -> spelling.length() < 5 && spelling.codePoints().allMatch(Character::isIdeographic))
                .stream().map(Simplified::of).distinct().toList();
        if (han.isEmpty()) {
            throw wrong(place, "has no Han spelling; write at least one, the usual one first");
        }
        return han;
    }

    private static List<String> spellings(String place, String[] cells, int column, String script,
            Predicate<String> fits) {
        List<String> spellings = Arrays.stream(cell(cells, column).split(" ")).filter(text -> !text.isEmpty()).toList();
        spellings.stream().filter(fits.negate()).findFirst().ifPresent(text -> {
            throw wrong(place, "has '" + text + "' where a " + script + " spelling should be");
        });
        return spellings;
    }

    private static Word.Bearer bearer(String place, String cell) {
        return switch (cell) {
            case "m" -> Word.Bearer.MAN;
            case "f" -> Word.Bearer.WOMAN;
            case "" -> Word.Bearer.EITHER;
            default -> throw wrong(place, "has '" + cell + "' as bearer; write m, f or -");
        };
    }

    private static boolean kind(String place, String cell) {
        if (!cell.isEmpty() && !cell.equals("weekday")) {
            throw wrong(place, "has '" + cell + "' as kind; write weekday or -");
        }
        return !cell.isEmpty();
    }

    private static String cell(String[] cells, int column) {
        String cell = column < cells.length ? cells[column].strip() : "";
        return cell.equals("-") ? "" : cell;
    }

    private static IllegalArgumentException wrong(String place, String what) {
        return new IllegalArgumentException(place + " " + what);
    }
}
