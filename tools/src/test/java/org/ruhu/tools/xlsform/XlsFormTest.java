package org.ruhu.tools.xlsform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.CannotRun;

/** Workbooks as people write them, with their mistakes. */
class XlsFormTest {

    private static final String YES_NO = """
            | choices |
            | | list_name | name | label |
            | | yn | yes | Yes |
            | | yn | no | No |
            """;

    @TempDir
    Path folder;

    private Outcome read(String table) throws IOException {
        return XlsForm.read(Workbooks.write(table, folder.resolve("form.xlsx")), Optional.empty(), Optional.empty());
    }

    private Outcome.Imported imported(String table) throws IOException {
        Outcome outcome = read(table);
        assertThat(outcome).as(() -> outcome.remarks().toString()).isInstanceOf(Outcome.Imported.class);
        return (Outcome.Imported) outcome;
    }

    private List<String> refused(String table) throws IOException {
        Outcome outcome = read(table);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return outcome.remarks().stream().filter(Remark::refused).map(Remark::toString).toList();
    }

    private static FormVersion version(Outcome.Imported imported) {
        return FormVersion.of(imported.form(), Map.copyOf(imported.labels()), Map.copyOf(imported.codelists()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "${age} > 5; age > 5",
        "not(${age} > 5); not coalesce(age > 5, false)",
        "${sex} != 'f'; coalesce(sex != \"f\", true)",
        "${name} = ''; not answered(name)",
        "${name} != ''; answered(name)",
        "${age} > 5 and ${sex} = 'f'; age > 5 and sex == \"f\"",
        "${age} > 5 or ${sex} = 'f'; age > 5 or sex == \"f\"",
        "${age}; age != 0",
        "${name}; answered(name)",
        "selected(${likes}, 'f'); likes contains \"f\"",
        "not(selected(${likes}, 'f')); not coalesce(likes contains \"f\", false)",
        "${sex} = 'x'; false",
        "${age} >= 18 and ${age} <= 60; age >= 18 and age <= 60",
        "string-length(${name}) > 3; coalesce(len(name), 0) > 3",
        "count-selected(${likes}) = 2; coalesce(len(likes), 0) == 2",
        "regex(${name}, '^[A-Z]+$'); matches(name, \"[A-Z]+\")",
        "regex(${name}, '\\w{1,3}(?:-\\d)?'); matches(name, \"[A-Za-z0-9_]{1,3}(-\\\\d)?\")",
        "${born} < today() - 30; born < add_days(today, -30)",
        "TRUE; true"})
    void aConditionIsWrittenShortAndMeansTheSameWithBlanks(String xpath, String ours) throws IOException {
        Outcome.Imported form = imported("""
                | survey |
                | | type | name | label | relevant |
                | | integer | age | Age | |
                | | text | name | Name | |
                | | date | born | Born | |
                | | select_one sx | sex | Sex | |
                | | select_multiple sx | likes | Likes | |
                | | text | last | Last | %s |
                | choices |
                | | list_name | name | label |
                | | sx | f | F |
                | | sx | m | M |
                """.formatted(xpath.strip()));
        String relevant = form.form().at("/properties/last/x-question/relevant").asText("true");
        assertThat(relevant).isEqualTo(ours.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        ". > 5 and . < 9; n > 5 and n < 9",
        ". > ${m}; answered(n) implies coalesce(n > m, false)",
        ". != ${m}; n != m",
        "${m} > 3; answered(n) implies m > 3",
        ". > 3 or ${m} = 1; answered(n) implies n > 3 or m == 1",
        "not(. = 3); not n == 3"})
    void aConstraintIsAHardCheckThatSaysNothingOfABlank(String xpath, String rule) throws IOException {
        Outcome.Imported form = imported("""
                | survey |
                | | type | name | label | constraint | constraint_message |
                | | integer | m | M | | |
                | | integer | n | N | %s | Not so |
                """.formatted(xpath));
        ObjectNode check = (ObjectNode) form.form().path("x-checks").get(0);
        assertThat(check.path("severity").asText()).isEqualTo("hard");
        assertThat(check.path("refers").get(0).asText()).isEqualTo("/n");
        assertThat(version(form).checkMessage("C1", "en")).isEqualTo("Not so");
        assertThat(check.path("rule").asText().replace("coalesce(m > 3, false)", "m > 3")
                .replace("coalesce(m == 1, false)", "m == 1")).isEqualTo(rule);
    }

    @Test
    void everythingThatCannotBeHadIsSaidAtOnceWithSheetRowAndColumn() throws IOException {
        assertThat(refused("""
                | survey |
                | | type | name | label | relevant | calculation | choice_filter |
                | | text | a | A ${nobody} | ${b} = 1 | | |
                | | wonder | w | W | | | |
                | | select_one nolist | s | S | | | |
                | | calculate | c | | | uuid() | |
                | | calculate | d | | | 1 + | |
                | | calculate | e | | | pulldata('x', 'y', 'z', ${a}) | |
                | | text | a | Again | | | |
                | | begin group | g | G | | | |
                | | text | 2x | Two | ${a} = 'x | | |
                | choices |
                | | list_name | name | label |
                | | l | one two | Blank |
                | | l | 1 | One |
                | | l | 1 | Twice |
                """)).satisfiesExactly(
                        each -> assertThat(each).startsWith("survey row 2 column C").contains("${nobody}"),
                        each -> assertThat(each).startsWith("survey row 2 column D").contains("${b}"),
                        each -> assertThat(each).startsWith("survey row 3 column A").contains("wonder"),
                        each -> assertThat(each).startsWith("survey row 4 column A").contains("nolist"),
                        each -> assertThat(each).startsWith("survey row 5 column E").contains("uuid"),
                        each -> assertThat(each).startsWith("survey row 6 column E").contains("too early"),
                        each -> assertThat(each).startsWith("survey row 7 column E").contains("pulldata"),
                        each -> assertThat(each).startsWith("survey row 8 column B").contains("taken"),
                        each -> assertThat(each).startsWith("survey row 9 column A").contains("never closed"),
                        each -> assertThat(each).startsWith("survey row 10 column B").contains("2x"),
                        each -> assertThat(each).startsWith("survey row 10 column D").contains("does not end"),
                        each -> assertThat(each).startsWith("choices row 2 column B").contains("one two"),
                        each -> assertThat(each).startsWith("choices row 4 column B").contains("already"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"random()", "once(${a})", "last-saved#a", "substring-before(${a}, '-')",
        "translate(${a}, 'a', 'b')", "format-date(today(), '%H')", "decimal-date-time(now())", "${r}", "${g}",
        "/data/nowhere", "//a", "selected-at(${a}, 0)", "regex(${a}, '(a+)+')", "regex(${a}, '(?=a)b')",
        "regex(${a}, '[')", "frobnicate(1)", "${a} = ${photo}", "if(1, 2)"})
    void whatHasNoTranslationIsRefusedAtItsCell(String xpath) throws IOException {
        String expression = xpath.startsWith("last") ? "${" + xpath + "}" : xpath;
        assertThat(refused("""
                | survey |
                | | type | name | label | calculation |
                | | text | a | A | |
                | | image | photo | P | |
                | | begin group | g | G | |
                | | text | b | B | |
                | | end group | | | |
                | | begin repeat | rep | R | |
                | | text | r | R | |
                | | end repeat | | | |
                | | calculate | c | | %s |
                """.formatted(expression))).singleElement().asString().startsWith("survey row 10 column D");
    }

    @Test
    void aFormThatCalculatesInACircleIsRefused() throws IOException {
        assertThat(refused("""
                | survey |
                | | type | name | label | calculation |
                | | calculate | a | | ${b} + 1 |
                | | calculate | b | | ${a} + 1 |
                """)).isNotEmpty();
    }

    @Test
    void unknownColumnsAndSheetsWarnAndTheRestIsImported() throws IOException {
        Outcome.Imported form = imported("""
                | survey |
                | | type | name | label | wording | media::image |
                | | text | a | A | x | a.png |
                | notes |
                | | what |
                | | ever |
                | settings |
                | | form_title | form_id | version | colour |
                | | The form | The_Form! | 2026112201 | red |
                """);
        assertThat(form.remarks()).noneMatch(Remark::refused).extracting(Remark::toString).satisfiesExactlyInAnyOrder(
                each -> assertThat(each).startsWith("survey row 1 column D").contains("'wording'"),
                each -> assertThat(each).startsWith("survey row 1 column E").contains("pictures"),
                each -> assertThat(each).startsWith("notes: "),
                each -> assertThat(each).startsWith("settings row 1 column D").contains("'colour'"),
                each -> assertThat(each).startsWith("settings row 2 column C").contains("2026.112201"));
        assertThat(version(form).id()).hasToString("the-form 2026.112201");
        assertThat(version(form).title("en")).isEqualTo("The form");
    }

    @Test
    void textsGoToTheirLanguagesWithAnswersInThem() throws IOException {
        FormVersion form = version(imported(Workbooks.table("bilingual")));
        assertThat(form.label("/age", "en")).isEqualTo("How old is {{name}}?");
        assertThat(form.label("/age", "zh")).isEqualTo("{{name}}多大年纪?");
        assertThat(form.optionLabel("/a", "y", "zh")).isEqualTo("是");
        assertThat(form.checkMessage("C1", "zh")).isEqualTo("130岁以下");
        assertThat(form.hint("/name", "en")).contains("As in the book\nAsk to see it");
        assertThat(form.sections()).extracting(section -> form.sectionTitle(section.name(), "zh"))
                .contains("外", "访问");
    }

    @Test
    void aLanguageNobodyHereReadsIsKeptInThePlaceOfEnglish() throws IOException {
        Outcome.Imported form = imported("""
                | survey |
                | | type | name | label::Français (fr) | label::Nepali (ne) |
                | | text | a | Nom | नाम |
                """);
        assertThat(version(form).label("/a", "en")).isEqualTo("Nom");
        assertThat(form.remarks()).extracting(Remark::message).anyMatch(said -> said.contains("Nepali"))
                .anyMatch(said -> said.contains("Français"));
    }

    @Test
    void questionsOfOneNameInTwoGroupsGetTwoNames() throws IOException {
        Outcome.Imported form = imported("""
                | survey |
                | | type | name | label | relevant |
                | | begin group | g1 | G | |
                | | text | name | Name | |
                | | text | other-name | Other | ${other-name} != 'x' or ../name = 'a' |
                | | end group | | | |
                | | begin group | g2 | G | |
                | | text | name | Name | |
                | | text | not | Not | ../name = 'b' |
                | | end group | | | |
                """.replace("${other-name} != 'x' or ", ""));
        assertThat(version(form).questions()).extracting(question -> question.path())
                .containsExactly("/name", "/other_name", "/name_2", "/not_");
        assertThat(form.form().at("/properties/not_/x-question/relevant").asText()).isEqualTo("name_2 == \"b\"");
        assertThat(form.remarks()).hasSize(3);
    }

    @Test
    void oldWorkbooksAreReadLikeNewOnes() throws IOException {
        String table = Workbooks.table("wash");
        Outcome.Imported xlsx = imported(table);
        Outcome.Imported xls = (Outcome.Imported) XlsForm.read(
                Workbooks.write(table, folder.resolve("form.xls")), Optional.empty(), Optional.empty());
        assertThat(xls.form()).isEqualTo(xlsx.form());
        assertThat(xls.labels()).isEqualTo(xlsx.labels());
    }

    @Test
    void whatIsNoWorkbookIsToldSo() throws IOException {
        Path text = Files.writeString(folder.resolve("form.xlsx"), "type,name,label");
        Path zip = folder.resolve("zip.xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("readme.txt"));
            out.write("hello".getBytes(StandardCharsets.UTF_8));
        }
        Path half = folder.resolve("half.xlsx");
        byte[] whole = Files.readAllBytes(Workbooks.write(YES_NO, folder.resolve("whole.xlsx")));
        Files.write(half, java.util.Arrays.copyOf(whole, whole.length / 2));
        for (Path file : List.of(text, zip, half, Files.write(folder.resolve("none.xlsx"), new byte[0]))) {
            assertThatThrownBy(() -> XlsForm.read(file, Optional.empty(), Optional.empty()))
                    .isInstanceOf(CannotRun.class).hasMessageContaining(file.toString());
        }
    }

    @Test
    void aWorkbookThatUnpacksToGigabytesIsRefusedBeforeItDoes() throws IOException {
        Path bomb = folder.resolve("bomb.xlsx");
        Path good = Workbooks.write("""
                | survey |
                | | type | name | label |
                | | text | a | A |
                """, folder.resolve("good.xlsx"));
        byte[] blanks = new byte[1 << 20];
        java.util.Arrays.fill(blanks, (byte) ' ');
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb));
                java.util.zip.ZipFile in = new java.util.zip.ZipFile(good.toFile())) {
            for (ZipEntry entry : java.util.Collections.list(in.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().endsWith("sheet1.xml")) {
                    for (int megabytes = 0; megabytes < 400; megabytes++) {
                        out.write(blanks);
                    }
                }
                in.getInputStream(entry).transferTo(out);
            }
        }
        assertThatThrownBy(() -> XlsForm.read(bomb, Optional.empty(), Optional.empty())).isInstanceOf(CannotRun.class);
    }

    @Test
    void aWorkbookWithoutASurveyIsRefused() throws IOException {
        assertThat(refused(YES_NO)).singleElement().asString().startsWith("survey: ");
    }

    @Test
    void rowsOfTheFormNeedNoAnswerUnlessRequired() throws IOException {
        FormVersion form = version(imported("""
                | survey |
                | | type | name | label | required | default |
                | | text | a | A | yes | |
                | | text | b | B | | |
                | | text | c | C | no | |
                | | text | d | D | ${a} = 'x' | |
                | | note | n | N | yes | |
                | | hidden | h | | | 7 |
                """));
        org.ruhu.forms.Interview interview = form.interview(new org.ruhu.forms.Answers(
                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode().put("a", "x"), Map.of()),
                org.ruhu.forms.Context.none());
        assertThat(List.of("/a", "/b", "/c", "/d", "/n")).filteredOn(interview::required).containsExactly("/a", "/d");
        assertThat(interview.value("/h").asText()).isEqualTo("7");
    }
}
