package org.ruhu.tools.link.clean;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.ruhu.tools.link.clean.Word.Bearer;

/** What cleaners make of a name. */
final class NameCleaners {

    private final NameReader reader;
    private final Syllables syllables;

    NameCleaners(Syllables syllables) {
        this.syllables = syllables;
        this.reader = new NameReader(syllables);
    }

    /** Keys of words and pinyin of the other syllables, a blank between. */
    String key(String name) {
        return reader.read(name).key();
    }

    /**
     * The same for a name and its short form, also in another spelling: the first and third of four syllables, both of
     * two. Syllables that the same word may begin with are one, so it tells less than a key: good for blocking.
     */
    String shortForm(String text) {
        Name name = reader.read(text);
        int[] leads = name.leads();
        if (leads.length > 0) {
            return Arrays.stream(leads).mapToObj(this::like).collect(Collectors.joining(" "));
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

    private String written(Part part) {
        if (part.word().isEmpty()) {
            return part.syllables().length == 1 && Code.isSound(part.syllables()[0]) ? like(part.syllables()[0])
                    : part.text();
        }
        return part.word().get().usual().codePoints().mapToObj(character -> like(Code.sound(Pinyin.of(character))))
                .collect(Collectors.joining(" "));
    }

    private String like(int lead) {
        int like = syllables.like(lead);
        return Code.isSound(like) ? Code.pinyin(like) : "";
    }
}
