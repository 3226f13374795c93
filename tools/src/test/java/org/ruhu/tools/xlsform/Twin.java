package org.ruhu.tools.xlsform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javarosa.core.model.DataType;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.SelectChoice;
import org.javarosa.core.model.data.DateData;
import org.javarosa.core.model.data.DateTimeData;
import org.javarosa.core.model.data.DecimalData;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.IntegerData;
import org.javarosa.core.model.data.MultipleItemsData;
import org.javarosa.core.model.data.SelectOneData;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.data.helper.Selection;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.form.api.FormEntryModel;
import org.javarosa.form.api.FormEntryPrompt;
import org.javarosa.xform.util.XFormUtils;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Kind;

/** The XForm made of the same workbook, run by JavaRosa as ODK Collect runs it and answered by chance. */
final class Twin {

    private static final Pattern TEXT = Pattern.compile("'([^'<>]{0,20})'|&quot;([^&]{0,20})&quot;");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.'-])\\d{1,6}(\\.\\d+)?(?![\\w.'-])");

    private final FormVersion ours;
    private final FormDef form;
    private final FormEntryController controller;
    private final Random random;
    private final List<String> texts = new ArrayList<>(List.of("a", "1", "2", "5", "扎西", "x y", "0", "abc", "A1"));
    private final List<Integer> numbers = new ArrayList<>(List.of(0, 1, 2, 3, 5, 17, 18, 40, 70, -1));

    Twin(FormVersion ours, String xform, Random random) {
        this.ours = ours;
        this.random = random;
        try {
            this.form = XFormUtils.getFormFromInputStream(
                    new ByteArrayInputStream(xform.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new IllegalStateException("JavaRosa cannot read the twin", e);
        }
        form.initialize(true, new InstanceInitializationFactory());
        this.controller = new FormEntryController(new FormEntryModel(form));
        xform.lines().filter(line -> line.contains("<bind")).forEach(this::learn);
    }

    /** What rules compare with is worth answering. */
    private void learn(String bind) {
        for (Matcher text = TEXT.matcher(bind); text.find();) {
            String value = text.group(1) == null ? text.group(2) : text.group(1);
            if (!value.isBlank() && value.equals(value.strip())) {
                texts.add(value);
            }
        }
        for (Matcher number = NUMBER.matcher(bind); number.find();) {
            int value = new BigDecimal(number.group()).intValue();
            numbers.addAll(List.of(value, value + 1, Math.max(0, value - 1)));
        }
    }

    /** Goes through the form from the start, answering some of what is asked and making some rows. */
    void answerSome(double share) {
        controller.jumpToIndex(org.javarosa.core.model.FormIndex.createBeginningOfFormIndex());
        int rows = 0;
        for (int event = controller.stepToNextEvent(); event != FormEntryController.EVENT_END_OF_FORM;
                event = controller.stepToNextEvent()) {
            if (event == FormEntryController.EVENT_PROMPT_NEW_REPEAT && random.nextInt(3) > 0 && rows++ < 6) {
                controller.newRepeat();
            } else if (event == FormEntryController.EVENT_QUESTION && random.nextDouble() < share) {
                prompt().ifPresent(this::answer);
            }
        }
    }

    private void answer(FormEntryPrompt prompt) {
        if (prompt.isReadOnly()) {
            return;
        }
        IAnswerData data = random.nextInt(5) == 0 ? null : value(prompt);
        controller.saveAnswer(prompt.getIndex(), data, true);
    }

    private IAnswerData value(FormEntryPrompt prompt) {
        switch (prompt.getControlType()) {
            case org.javarosa.core.model.Constants.CONTROL_SELECT_ONE:
                List<SelectChoice> one = choices(prompt).orElse(List.of()).stream()
                        .filter(choice -> choice.getValue() != null && !choice.getValue().isEmpty()).toList();
                return one.isEmpty() ? null
                        : new SelectOneData(new Selection(one.get(random.nextInt(one.size())).getValue()));
            case org.javarosa.core.model.Constants.CONTROL_SELECT_MULTI:
                List<Selection> many = new ArrayList<>();
                choices(prompt).orElse(List.of()).stream().filter(choice -> random.nextInt(3) == 0)
                        .forEach(choice -> many.add(new Selection(choice.getValue())));
                return many.isEmpty() ? null : new MultipleItemsData(many);
            case org.javarosa.core.model.Constants.CONTROL_TRIGGER:
                return new StringData("OK");
            default:
                return typed(DataType.from(prompt.getDataType()));
        }
    }

    private IAnswerData typed(DataType type) {
        int number = numbers.get(random.nextInt(numbers.size()));
        return switch (type) {
            case INTEGER -> new IntegerData(number);
            case DECIMAL -> new DecimalData(number + random.nextInt(10) / 10.0);
            case DATE -> new DateData(Date.from(LocalDate.now(ZoneOffset.UTC)
                    .minusDays(random.nextInt(4) == 0 ? random.nextInt(40) - 10 : random.nextInt(365 * 70))
                    .atStartOfDay(ZoneOffset.UTC).toInstant()));
            case TEXT -> new StringData(texts.get(random.nextInt(texts.size())));
            default -> null;
        };
    }

    /** A question as it stands in the XForm. */
    record Leaf(TreeElement node, String path, String pointer) {}

    /** Every question by its pointer in our form. */
    Map<String, Leaf> leaves() {
        Map<String, Leaf> leaves = new TreeMap<>();
        collect(form.getMainInstance().getRoot(), "", "", leaves);
        return leaves;
    }

    private void collect(TreeElement owner, String path, String pointer, Map<String, Leaf> leaves) {
        for (int i = 0; i < owner.getNumChildren(); i++) {
            TreeElement child = owner.getChildAt(i);
            String name = child.getName();
            if (child.getMult() == TreeReference.INDEX_TEMPLATE || name.equals("meta")) {
                continue;
            }
            if (child.isRepeatable()) {
                collect(child, path + "/" + name + "/*", pointer + "/" + name + "/" + child.getMult(), leaves);
            } else if (child.getNumChildren() > 0) {
                collect(child, path, pointer, leaves);
            } else if (ours.question(path + "/" + name).isPresent() || !name.endsWith("_count")) {
                leaves.put(pointer + "/" + name, new Leaf(child, path + "/" + name, pointer + "/" + name));
            }
        }
    }

    /** What was answered, as our tablet would send it. */
    ObjectNode answers() {
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        rows(form.getMainInstance().getRoot(), "", answers);
        return answers;
    }

    private void rows(TreeElement owner, String path, ObjectNode into) {
        for (int i = 0; i < owner.getNumChildren(); i++) {
            TreeElement child = owner.getChildAt(i);
            String below = path + "/" + child.getName();
            if (child.getMult() == TreeReference.INDEX_TEMPLATE || child.getName().equals("meta")) {
                continue;
            }
            if (child.isRepeatable()) {
                ArrayNode rows = into.withArray(child.getName());
                rows(child, below + "/*", rows.addObject());
            } else if (child.getNumChildren() > 0) {
                rows(child, path, into);
            } else if (answered(child)) {
                ours.question(below).filter(question -> !question.calculated())
                        .ifPresent(question -> into.set(child.getName(), json(child.getValue(), question.kind())));
            }
        }
    }

    /** A choice of nothing is what JavaRosa leaves when it has taken all away; a number through 0 is none here. */
    static boolean answered(TreeElement node) {
        boolean infinite = node.getValue() != null && node.getValue().getValue() instanceof Double number
                && number.isInfinite();
        return node.getValue() != null && !infinite
                && !(node.getValue() instanceof MultipleItemsData many && ((List<?>) many.getValue()).isEmpty());
    }

    /** A value of JavaRosa as our JSON. */
    static JsonNode json(IAnswerData data, Kind kind) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        Object value = data.getValue();
        if (data instanceof MultipleItemsData many) {
            ArrayNode codes = json.arrayNode();
            ((List<?>) many.getValue()).forEach(each -> codes.add(((Selection) each).getValue()));
            return codes;
        }
        if (value instanceof Selection selection) {
            return json.textNode(selection.getValue());
        }
        if (value instanceof Date date) {
            String moment = date.toInstant().toString();
            return json.textNode(kind == Kind.DATETIME || data instanceof DateTimeData && kind != Kind.DATE
                    ? moment.substring(0, 19) + "Z" : moment.substring(0, 10));
        }
        if (value instanceof Number number) {
            return json.numberNode(BigDecimal.valueOf(number.doubleValue()));
        }
        return value instanceof Boolean yes ? json.booleanNode(yes) : json.textNode(data.getDisplayText());
    }

    boolean constraintHolds(Leaf leaf) {
        return form.evaluateConstraint(leaf.node().getRef(), leaf.node().getValue());
    }

    /** The codes on offer, by pointer, of every choice that is asked now. */
    Map<String, List<String>> offered() {
        Map<TreeReference, String> pointers = new HashMap<>();
        leaves().forEach((pointer, leaf) -> pointers.put(leaf.node().getRef(), pointer));
        Map<String, List<String>> offered = new TreeMap<>();
        controller.jumpToIndex(org.javarosa.core.model.FormIndex.createBeginningOfFormIndex());
        for (int event = controller.stepToNextEvent(); event != FormEntryController.EVENT_END_OF_FORM;
                event = controller.stepToNextEvent()) {
            if (event == FormEntryController.EVENT_QUESTION) {
                prompt().ifPresent(prompt -> choices(prompt).ifPresent(choices ->
                        offered.put(pointers.get(prompt.getIndex().getReference()),
                                choices.stream().map(SelectChoice::getValue).toList())));
            }
        }
        return offered;
    }

    /** None where JavaRosa stops because a row that is offered has no name yet. */
    private Optional<FormEntryPrompt> prompt() {
        try {
            FormEntryPrompt prompt = controller.getModel().getQuestionPrompt();
            prompt.getAnswerValue();
            choices(prompt);
            return Optional.of(prompt);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<List<SelectChoice>> choices(FormEntryPrompt prompt) {
        return Optional.ofNullable(prompt.getSelectChoices());
    }

    /** What a draft is when it is opened again: JavaRosa follows some answers in other rows only then. */
    void openAgain() {
        form.initialize(false, new InstanceInitializationFactory());
    }

    void forgetWhatIsNotRelevant() {
        leaves().values().stream().filter(leaf -> !leaf.node().isRelevant() && leaf.node().getValue() != null)
                .filter(leaf -> ours.question(leaf.path()).filter(question -> !question.calculated()).isPresent())
                .forEach(leaf -> form.setValue(null, leaf.node().getRef(), true));
    }
}
