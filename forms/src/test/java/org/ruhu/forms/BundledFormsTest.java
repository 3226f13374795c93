package org.ruhu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every form on the class path owes to those who use it, now and later. */
class BundledFormsTest {

    private static final List<String> COMPLETE = List.of("zh", "en");
    private static final List<String> ALL = List.of("zh", "en", "bo");

    static List<FormVersion> forms() {
        return Catalogue.bundled().forms();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everythingHasATextInChineseAndInEnglish(FormVersion form) {
        List<String> lacking = new ArrayList<>();
        for (String language : COMPLETE) {
            Labels labels = labels(form, language);
            need(lacking, language + " title", labels.own(language, "title"));
            form.sections().forEach(section ->
                    need(lacking, language + " " + section.name(), labels.own(language, "sections", section.name())));
            form.checks().forEach(check ->
                    need(lacking, language + " " + check.code(), labels.own(language, "checks", check.code())));
            form.questions().forEach(question -> {
                need(lacking, language + " " + question.path(),
                        labels.own(language, "questions", question.path(), "label"));
                question.codes().forEach(code -> need(lacking, language + " " + question.path() + " " + code,
                        labels.ownOption(language, question, code)));
            });
        }
        assertThat(lacking).isEmpty();
    }

    private static void need(List<String> lacking, String what, Optional<String> text) {
        if (text.filter(found -> !found.isBlank()).isEmpty()) {
            lacking.add(what);
        }
    }

    private static Labels labels(FormVersion form, String language) {
        JsonNode bundle = form.bundle();
        JsonNode codelists = bundle.path("codelists");
        return new Labels(Map.of(language, bundle.path("labels").path(language)),
                codelists.properties().stream().collect(Collectors.toMap(e -> e.getKey(), e -> e.getValue())));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void noTextIsAboutSomethingThatIsNotThere(FormVersion form) {
        Set<String> paths = form.questions().stream().map(Question::path).collect(Collectors.toSet());
        Set<String> checks = form.checks().stream().map(Check::code).collect(Collectors.toSet());
        Set<String> sections = form.sections().stream().map(Section::name).collect(Collectors.toSet());
        for (String language : ALL) {
            JsonNode texts = form.bundle().path("labels").path(language);
            assertThat(paths).containsAll(names(texts.path("questions")));
            assertThat(checks).containsAll(names(texts.path("checks")));
            assertThat(sections).containsAll(names(texts.path("sections")));
            texts.path("questions").properties().forEach(question ->
                    assertThat(form.question(question.getKey()).orElseThrow().codes())
                            .containsAll(names(question.getValue().path("options"))));
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aQuestionWithACodeListHasItsCodes(FormVersion form) {
        for (Question question : form.questions()) {
            question.codelist().ifPresent(name -> {
                JsonNode list = FormSource.read("/codelists/" + name + ".json").orElseThrow();
                List<String> codes = new ArrayList<>();
                list.path("codes").forEach(code -> codes.add(code.textValue()));
                assertThat(list.path("name").textValue()).isEqualTo(name);
                assertThat(question.codes()).as(question.path()).isEqualTo(codes);
                ALL.forEach(language -> assertThat(codes).containsAll(names(list.path("labels").path(language))));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyQuestionStandsOnExactlyOnePage(FormVersion form) {
        List<String> onPages = form.sections().stream().flatMap(section -> section.roster()
                .map(roster -> form.questions().stream().map(Question::path)
                        .filter(path -> path.equals(roster) || path.startsWith(roster + "/")))
                .orElseGet(() -> section.questions().stream())).toList();
        assertThat(onPages).containsExactlyInAnyOrderElementsOf(
                form.questions().stream().map(Question::path).toList());
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormLiesWhereItsNameSays(FormVersion form) {
        assertThat(FormSource.read(FormSource.folder(form.id()) + "form.json")).contains(form.schema());
    }
}
