package org.ruhu.tools.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NoteTest {

    private static final List<String> VALUES = List.of("#0#", "#1#", "#2#", "#3#", "#4#", "#5#");

    @Test
    void whatCanBeSaidInOneLanguageCanBeSaidInEvery() {
        assertThat(Note.messages("zh")).containsExactlyInAnyOrderElementsOf(Note.messages("en").toList());
        Note.messages("en").forEach(message -> {
            Note note = new Note(message, VALUES);
            assertThat(values(note.in("zh"))).as(message).isEqualTo(values(note.in("en")));
            if (!note.isWritten()) {
                assertThat(note.in("zh")).as(message).matches(Pattern.compile(".*\\p{IsHan}.*")).isNotEqualTo(note.in("en"));
                assertThat(note.in("en")).as(message).doesNotContain("{").matches("\\p{ASCII}+");
            }
        });
    }

    private static TreeSet<String> values(String text) {
        return VALUES.stream().filter(text::contains).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void valuesMayHoldWhatTheyLike() {
        Note note = Note.of("refused-veto", "{1} & <b>");
        assertThat(note.in("zh")).isEqualTo("“{1} & <b>”有两个不同的值");
        assertThat(note).hasToString("two different values of {1} & <b>");
        assertThat(Note.written("{0}").in("en")).isEqualTo("{0}");
    }

    @Test
    void thereIsNoNoteWithoutItsWords() {
        assertThatThrownBy(() -> Note.of("no-such")).hasMessage("there is no note no-such");
    }
}
