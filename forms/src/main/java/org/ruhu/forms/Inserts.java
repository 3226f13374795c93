package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ruhu.forms.expression.Expression;

/** Answers shown in the middle of a text: {@code Which school does {{name}} go to?} */
final class Inserts {

    private static final String OPEN = "{{";
    private static final Pattern INSERT = Pattern.compile("\\{\\{([^{}]{1,200})\\}\\}");
    private static final List<String> TEXTS = List.of("label", "hint");

    private final Collection<? extends JsonNode> labels;

    /** @param labels texts of a form, of each language */
    Inserts(Collection<? extends JsonNode> labels) {
        this.labels = labels;
    }

    /**
     * What the label and hint of a question show, in any language, as written between the brackets.
     *
     * @param complaints takes what is wrong with them
     */
    Set<String> of(String path, Consumer<String> complaints) {
        Set<String> inserts = new LinkedHashSet<>();
        for (JsonNode language : labels) {
            for (String kind : TEXTS) {
                String text = language.path("questions").path(path).path(kind).asText();
                Matcher found = INSERT.matcher(text);
                found.results().map(result -> result.group(1)).forEach(inserts::add);
                if (found.replaceAll("").contains(OPEN)) {
                    complaints.accept(kind + ": write {{name}} to show an answer");
                }
            }
        }
        return inserts;
    }

    /** The text with something in the place of each insert. */
    static String filled(String text, UnaryOperator<String> shown) {
        return text.contains(OPEN) ? INSERT.matcher(text).replaceAll(
                (MatchResult found) -> Matcher.quoteReplacement(shown.apply(found.group(1)))) : text;
    }

    static boolean isName(Expression expression) {
        return expression instanceof Expression.Field || expression instanceof Expression.ContextValue;
    }
}
