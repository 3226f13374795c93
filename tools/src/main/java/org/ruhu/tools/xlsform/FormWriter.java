package org.ruhu.tools.xlsform;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a form together: questions, pages, checks, texts, lists. */
final class FormWriter {

    private final Survey survey;
    private final Settings settings;
    private final Translator translator;
    private final Rules rules;
    private final Properties properties;
    private final Labels labels;
    private final Remarks remarks;
    private final Map<String, Place> checks = new LinkedHashMap<>();

    FormWriter(Survey survey, Settings settings, Choices choices, Languages languages, Remarks remarks) {
        this.survey = survey;
        this.settings = settings;
        this.remarks = remarks;
        this.translator = new Translator(survey, choices, remarks);
        this.rules = new Rules(translator, choices, remarks);
        this.properties = new Properties(rules, remarks);
        this.labels = new Labels(languages, translator.ways(), remarks);
    }

    ObjectNode form() {
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        form.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        form.put("$id", "urn:ruhu:form:" + settings.name() + ":" + settings.version());
        form.put("type", "object").put("additionalProperties", false);
        ObjectNode questions = form.putObject("properties");
        List<Node> written = survey.root().flat();
        written.forEach(node -> questions.set(node.name(), properties.of(node)));
        ArrayNode rulesOfAnswers = checks();
        if (translator.todayAdded()) {
            survey.root().flat().stream().filter(node -> !written.contains(node))
                    .forEach(node -> questions.set(node.name(), properties.of(node)));
        }
        labels.title(settings.titles(), settings.name());
        form.set("x-sections", sections());
        form.set("x-checks", rulesOfAnswers);
        survey.root().all().stream().filter(node -> node.what == What.REPEAT || node.what.question())
                .forEach(labels::question);
        return form;
    }

    private ArrayNode checks() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Node node : survey.root().all()) {
            if (!node.what.question() || node.line.cell("constraint").isEmpty()) {
                continue;
            }
            Place place = node.line.at("constraint");
            if (node.line.cell("calculation").isPresent() || node.what == What.NOTE || node.what == What.CALCULATE) {
                remarks.warn(place, "'" + node + "' is not asked, so its constraint is left out");
                continue;
            }
            rules.constraint(node).ifPresent(rule -> {
                String code = "C" + (all.size() + 1);
                ObjectNode check = all.addObject().put("code", code).put("severity", "hard");
                node.roster().ifPresent(roster -> check.put("each", roster.path()));
                check.put("rule", rule).putArray("refers").add(node.path());
                checks.put(code, place);
                labels.check(code, node);
            });
        }
        return all;
    }

    /** A page for each group at the top and for each repeat; what stands between them shares one. */
    private ArrayNode sections() {
        ArrayNode sections = JsonNodeFactory.instance.arrayNode();
        ArrayNode loose = JsonNodeFactory.instance.arrayNode();
        for (Node node : survey.root().children) {
            if (node.what == What.GROUP || node.what == What.REPEAT) {
                page(sections, loose, survey.root());
                loose = JsonNodeFactory.instance.arrayNode();
                node(sections, node);
            } else if (node.what.question()) {
                loose.add(node.path());
            }
        }
        page(sections, loose, survey.root());
        return sections;
    }

    private void node(ArrayNode sections, Node branch) {
        if (branch.what == What.REPEAT) {
            String name = name(sections);
            sections.addObject().put("name", name).put("roster", branch.path());
            labels.section(name, branch, branch.written);
            return;
        }
        ArrayNode questions = JsonNodeFactory.instance.arrayNode();
        for (Node node : branch.flat()) {
            if (node.what == What.REPEAT) {
                page(sections, questions, branch);
                questions = JsonNodeFactory.instance.arrayNode();
                node(sections, node);
            } else {
                questions.add(node.path());
            }
        }
        page(sections, questions, branch);
    }

    private void page(ArrayNode sections, ArrayNode questions, Node of) {
        if (!questions.isEmpty()) {
            String name = name(sections);
            sections.addObject().put("name", name).set("questions", questions);
            labels.section(name, of, of.written);
        }
    }

    private static String name(ArrayNode sections) {
        return "S" + (sections.size() + 1);
    }

    Map<String, ObjectNode> labels() {
        return labels.files();
    }

    Map<String, ObjectNode> codelists() {
        Map<String, ObjectNode> lists = new LinkedHashMap<>();
        properties.used().forEach((name, options) -> {
            ObjectNode list = JsonNodeFactory.instance.objectNode().put("name", name);
            ArrayNode codes = list.putArray("codes");
            options.codes().forEach(codes::add);
            if (properties.filtered(name) && !options.columns().isEmpty()) {
                columns(list.putObject("columns"), options);
            }
            list.set("labels", labels.options(options));
            lists.put(name, list);
        });
        return lists;
    }

    private static void columns(ObjectNode columns, Choices.Options options) {
        options.columns().forEach((column, texts) -> {
            ArrayNode all = columns.putArray(Choices.Options.column(column));
            texts.forEach(text -> {
                if (text.isEmpty()) {
                    all.addNull();
                } else {
                    all.add(text);
                }
            });
        });
    }

    /** Where in the workbook that lies which our engine names: {@code form 1.0 /age relevant: ...}. */
    Place place(String problem) {
        String[] words = problem.split("[\\s:]+");
        if (words.length > 3 && words[2].equals("check")) {
            return checks.getOrDefault(words[3], Place.of("survey"));
        }
        return words.length > 3 ? rules.source(words[2] + " " + words[3]) : Place.of("survey");
    }
}
