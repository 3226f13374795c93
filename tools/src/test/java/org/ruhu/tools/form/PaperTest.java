package org.ruhu.tools.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Kind;
import org.ruhu.forms.Question;

/** The questionnaire as a ministry prints it. */
class PaperTest {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    static Stream<FormVersion> bundled() {
        return Catalogue.bundled().forms().stream();
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void everyQuestionAndEveryCheckIsOnPaperInEveryLanguage(FormVersion form) {
        for (String language : FormFiles.LANGUAGES) {
            String html = Paper.html(form, language);
            for (Question question : form.questions()) {
                if (question.widget().filter("hidden"::equals).isEmpty() && question.kind() != Kind.ROSTER) {
                    String label = form.label(question.path(), language).split("\\{\\{")[0];
                    assertThat(html).as(question.path()).contains(PaperForm.escaped(label));
                }
            }
            form.checks().forEach(check -> assertThat(html)
                    .contains(PaperForm.escaped(form.checkMessage(check.code(), language))));
        }
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void aPageNeedsNothingFromOutsideAndRunsNothing(FormVersion form) {
        for (String language : FormFiles.LANGUAGES) {
            assertThat(Paper.html(form, language)).startsWith("<!doctype html>").contains("charset=\"utf-8\"")
                    .doesNotContain("<script", "http:", "https:", "url(", "src=", "href=", "null");
        }
    }

    @Test
    void skipsAreDrawnInWordsAndAsArrows() {
        assertThat(said("en")).contains("▷ Only if A2 Kind of garden = “9 Other”")
                .contains("▷ Only if A4 Area > 0").contains("1 Open → A4").contains("9 Other").doesNotContain("9 Other →")
                .contains("▷ Only if P3 Age ≥ 3");
        assertThat(said("zh")).contains("▷ 仅当A2 菜园种类 = “9 其他”时填写").contains("1 露天 → A4");
    }

    @Test
    void yesAndNoMayBeCalledOtherwise() {
        FormVersion form = new Garden().asking("open", "{'type': 'boolean'}")
                .with("labels.en", "/questions/~1open/options", "{'true': 'Gate open', 'false': 'Gate shut'}")
                .with("form", "/properties/fenced/x-question/relevant", "'not open'").version();
        assertThat(Paper.html(form, "en")).contains("<span>Gate open</span>").contains("Only if A8 open = Gate shut")
                .contains("<span>Yes</span>");
    }

    @Test
    void whatIsCalculatedIsForTheOffice() {
        assertThat(said("en")).contains("Calculated: age in full years: P2 Planted on to A7 Day of the visit");
        assertThat(Paper.html(new Garden().version(), "en")).contains("<td class=\"office\">");
    }

    @Test
    void boxesAreAsManyAsTheLargestNumberHasDigits() {
        String html = Paper.html(new Garden().version(), "en");
        assertThat(html).contains("<i></i><i></i><i></i></span><b class=\"point\">.</b>").contains("0 to 500");
    }

    @Test
    void textsOfAFormAreTextAndNeverMarkup() {
        String html = Paper.html(new Garden().with("labels.en", "/title", "'</style><b>&'").version(), "en");
        assertThat(html).doesNotContain("</style><b>").contains("&lt;/style&gt;&lt;b&gt;&amp;");
    }

    @Test
    void aTextThatFillsInAnAnswerNamesTheQuestionOnPaper() {
        FormVersion form = new Garden().with("labels.en", "/questions/~1ground/label", "'Area of {{owner}}'").version();
        assertThat(Paper.html(form, "en")).contains("Area of [answer to A1 Owner&#39;s name]".replace("&#39;", "'"));
    }

    @Test
    void expressionsReadAsSentences() {
        FormVersion form = new Garden().with("form", "/properties/fenced/x-question/relevant",
                "'not (kind in [\\'1\\', \\'2\\']) and (answered(ground) or any(plants, p -> p.yields implies p.years < 3))'"
                        .replace("\\'", "\\\""))
                .version();
        assertThat(TAG.matcher(Paper.html(form, "en")).replaceAll("")).contains("Only if A2 Kind of garden is none of"
                + " “1 Open”, “2 Under glass” and (A4 Area is filled in or in at least one row of P Plants: "
                + "if P4 Does it bear this year = Yes, then P3 Age &lt; 3)");
    }

    /** What can be read. */
    private static String said(String language) {
        String body = Paper.html(new Garden().version(), language).replaceAll("(?s)^.*</style>", "");
        return TAG.matcher(body).replaceAll("").replace("&gt;", ">");
    }
}
