package org.ruhu.tools.xlsform;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ruhu.tools.xlsform.xpath.XPath;
import org.ruhu.tools.xlsform.xpath.XPathParser;
import org.ruhu.tools.xlsform.xpath.XPathProblem;

/** The texts of a form, a file for each language. */
final class Labels {

    private static final Pattern ANSWER = Pattern.compile("\\$\\{([^}]*)\\}");
    private static final Map<What, Map<String, String>> OWN = Map.of(
            What.START, Map.of("en", "Start of the interview", "zh", "访谈开始"),
            What.END, Map.of("en", "End of the interview", "zh", "访谈结束"),
            What.TODAY, Map.of("en", "Day of the interview", "zh", "访谈日期"));

    private final Languages languages;
    private final Ways ways;
    private final Remarks remarks;
    private final Map<String, ObjectNode> files = new TreeMap<>();

    Labels(Languages languages, Ways ways, Remarks remarks) {
        this.languages = languages;
        this.ways = ways;
        this.remarks = remarks;
        languages.codes().forEach(code -> {
            ObjectNode file = JsonNodeFactory.instance.objectNode();
            file.put("title", "");
            file.putObject("sections");
            file.putObject("questions");
            file.putObject("checks");
            files.put(code, file);
        });
    }

    Map<String, ObjectNode> files() {
        return files;
    }

    void title(Map<String, Cell> titles, String name) {
        Map<String, Cell> ours = languages.texts(titles);
        files.forEach((code, file) -> file.put("title", ours.containsKey(code) ? ours.get(code).text()
                : titles.values().stream().findFirst().map(Cell::text).orElse(name)));
    }

    void section(String section, Node group, String otherwise) {
        Map<String, Cell> texts = group.parent == null ? Map.of() : languages.texts(group.line, "label");
        files.forEach((code, file) -> ((ObjectNode) file.get("sections")).put(section,
                texts.containsKey(code) ? plain(texts.get(code))
                        : texts.isEmpty() ? otherwise.isEmpty() ? file.path("title").asText() : otherwise
                        : plain(texts.values().iterator().next())));
    }

    void question(Node node) {
        Map<String, Cell> labels = languages.texts(node.line, "label");
        Map<String, Cell> hints = languages.texts(node.line, "hint");
        Map<String, Cell> guidance = languages.texts(node.line, "guidance_hint");
        files.forEach((code, file) -> {
            ObjectNode texts = ((ObjectNode) file.get("questions")).putObject(node.path());
            if (labels.containsKey(code)) {
                texts.put("label", shown(labels.get(code), node));
            } else if (labels.isEmpty()) {
                texts.put("label", own(node, code));
            }
            String hint = hints.containsKey(code) ? shown(hints.get(code), node) : "";
            String more = guidance.containsKey(code) ? shown(guidance.get(code), node) : "";
            if (!hint.isEmpty() || !more.isEmpty()) {
                texts.put("hint", hint + (hint.isEmpty() || more.isEmpty() ? "" : "\n") + more);
            }
            if (node.what == What.ACKNOWLEDGE) {
                texts.putObject("options").put("OK", code.equals("en") ? "OK" : "确认");
            }
        });
    }

    private static String own(Node node, String code) {
        if (node.what == What.TEXT && node.type.orOther()) {
            return Other.SPECIFY.getOrDefault(code, Other.SPECIFY.get("en"));
        }
        return OWN.getOrDefault(node.what, Map.of()).getOrDefault(code, node.written);
    }

    void check(String check, Node node) {
        Map<String, Cell> messages = languages.texts(node.line, "constraint_message");
        files.forEach((code, file) -> {
            String message = messages.containsKey(code) ? plain(messages.get(code))
                    : messages.isEmpty() ? standard(node, code) : plain(messages.values().iterator().next());
            ((ObjectNode) file.get("checks")).put(check, message);
        });
    }

    private String standard(Node node, String code) {
        Map<String, Cell> labels = languages.texts(node.line, "label");
        String label = labels.containsKey(code) ? named(labels.get(code)) : node.written;
        return code.equals("en") ? "This answer is not possible; correct it: " + label
                : "此回答不符合要求,请更正:" + label;
    }

    /** A text with answers in it, as our forms write them. */
    private String shown(Cell cell, Node node) {
        Matcher matcher = ANSWER.matcher(cell.text().replace("{{", "{ {"));
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(text, Matcher.quoteReplacement(answer(matcher.group(), cell, node)));
        }
        return matcher.appendTail(text).toString();
    }

    private String answer(String reference, Cell cell, Node node) {
        try {
            Scope scope = Scope.of(node);
            Target target = ways.follow((XPath.Path) XPathParser.parse(reference), scope);
            if (!target.single() || !target.node().what.question()) {
                throw new XPathProblem(1, reference + (target.single() ? " is no question"
                        : " is asked in every row of a repeat: which one is meant?"));
            }
            return "{{" + ways.name(target.node(), scope) + "}}";
        } catch (XPathProblem problem) {
            remarks.refuse(cell.place(), problem.getMessage() + ", in: " + cell.text());
            return "";
        }
    }

    /** A text that cannot hold answers: their names stand there instead. */
    private String plain(Cell cell) {
        if (!cell.text().contains("${")) {
            return cell.text();
        }
        remarks.warn(cell.place(), "answers are shown in questions and hints only: here stands their name");
        return named(cell);
    }

    private static String named(Cell cell) {
        return ANSWER.matcher(cell.text()).replaceAll("'$1'");
    }

    /** The texts of options, by language. */
    ObjectNode options(Choices.Options list) {
        ObjectNode labels = JsonNodeFactory.instance.objectNode();
        for (String code : languages.codes()) {
            ObjectNode texts = labels.putObject(code);
            for (String option : list.codes()) {
                Map<String, Cell> written = new TreeMap<>();
                list.labels().forEach((language, cells) -> {
                    if (cells.containsKey(option)) {
                        written.put(language, cells.get(option));
                    }
                });
                text(written, code, option).ifPresent(text -> texts.put(option, text));
            }
        }
        return labels;
    }

    private java.util.Optional<String> text(Map<String, Cell> written, String code, String option) {
        Map<String, Cell> ours = languages.texts(written);
        if (ours.containsKey(code)) {
            return java.util.Optional.of(plain(ours.get(code)));
        }
        if (ours.isEmpty() && written.containsKey("")) {
            return java.util.Optional.of(plain(written.get("")));
        }
        return written.isEmpty() ? java.util.Optional.of(option.equals(Other.CODE)
                ? Other.OPTION.getOrDefault(code, option) : option) : java.util.Optional.empty();
    }
}
