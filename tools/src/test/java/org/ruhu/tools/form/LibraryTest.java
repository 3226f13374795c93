package org.ruhu.tools.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.tools.CannotRun;

class LibraryTest {

    @TempDir
    Path place;
    private Path forms;

    @BeforeEach
    void makeTheFolder() throws IOException {
        forms = Files.createDirectories(place.resolve("forms"));
    }

    private Library library() {
        return Library.with(Optional.of(forms));
    }

    @Test
    void formsOfAFolderStandBesideThoseThatComeWithRuhu() {
        new Garden().writtenTo(forms.resolve("garden/1.0"));

        assertThat(library().catalogue().form(new FormId("garden", "1.0"))).isPresent();
        assertThat(library().catalogue().forms()).containsAll(Catalogue.bundled().forms());
        assertThat(Library.with(Optional.empty()).catalogue()).isSameAs(Catalogue.bundled());
    }

    @Test
    void everyMistakeOfEveryFormIsNamed() throws IOException {
        new Garden().checking("G9", "trees >").with("labels.en", "/title", "null").writtenTo(forms.resolve("garden/1.0"));
        new Garden().writtenTo(forms.resolve("orchard/2.0"));
        Files.createDirectories(forms.resolve("empty/1.0"));

        assertThatThrownBy(this::library).isInstanceOf(CannotRun.class).hasMessageContainingAll(
                "garden/1.0/form.json", "check G9", "garden/1.0/labels.en.json", "empty/1.0: there is no form.json",
                "orchard/2.0: the form in it is garden 1.0; name the folders after it");
    }

    @Test
    void whatComesWithRuhuCannotBeReplaced() throws IOException {
        Path folder = Files.createDirectories(forms.resolve("staff-survey/1.0"));
        for (String name : new String[] {"form", "labels.zh", "labels.en", "labels.bo"}) {
            try (var in = Catalogue.class.getResourceAsStream("/forms/staff-survey/1.0/" + name + ".json")) {
                if (in != null) {
                    Files.write(folder.resolve(name + ".json"), in.readAllBytes());
                }
            }
        }
        assertThat(library().catalogue().forms()).hasSameSizeAs(Catalogue.bundled().forms());

        Path english = folder.resolve("labels.en.json");
        Files.writeString(english, Files.readString(english).replaceFirst("\"title\" *: *\"", "\"title\": \"My "));
        assertThatThrownBy(this::library)
                .hasMessageContaining("this is not the staff-survey 1.0 that was published");
    }

    @Test
    void tablesLieBesideTheFolder() throws IOException {
        Path tables = Files.createDirectories(place.resolve("parameters"));
        Files.writeString(tables.resolve("rain.json"), """
                {"name":"rain","type":"number","title":{"zh":"雨","en":"Rain"},
                 "values":[{"area":"","from":"2020-01-01","value":4,"source":"made up"}]}""");
        new Garden().with("form", "/x-context/rain", "{'type': 'number', 'parameter': 'rain'}")
                .writtenTo(forms.resolve("garden/1.0"));
        assertThat(library().parameters().resolve("rain", "540302", LocalDate.parse("2021-01-01"))).isPresent();
        assertThat(library().parameters().parameter("poverty_line")).isPresent();

        Files.writeString(tables.resolve("rain.json"), "{\"name\":\"poverty_line\",\"type\":\"text\",\n"
                + "\"title\":{\"zh\":\"雨\",\"en\":\"Rain\"},\"values\":[]}");
        assertThatThrownBy(this::library).hasMessageContaining("rain.json: poverty_line is a number, not a text");
    }

    @Test
    void aFormThatAsksForWhatIsNotThereIsNoForm() {
        new Garden().with("form", "/x-context/rain", "{'type': 'number', 'parameter': 'rain'}")
                .writtenTo(forms.resolve("garden/1.0"));

        assertThatThrownBy(this::library).hasMessageContaining("garden/1.0").hasMessageContaining("there is no parameter table rain");
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        forms = place.resolve("nowhere");
        assertThatThrownBy(this::library).isInstanceOf(CannotRun.class).hasMessageContaining("there is no folder");
    }
}
