package org.ruhu.tools.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.ruhu.tools.simulation.Simulation.Signatures;

/** Writes one household down: its unit, its interview and the truth. */
final class Writer {

    private final Plan plan;
    private final Frame frame;
    private final Signatures signatures;
    private final int index;
    private final Village village;
    private final int serial;
    private final Fate fate;
    private final Dice dice;
    private final Doubles doubles;
    private final People people;
    private final ObjectNode answers = object();
    private final ObjectNode missing = object();
    private final List<ObjectNode> truth = new ArrayList<>();

    Writer(Plan plan, Frame frame, Signatures signatures, int index) {
        this.plan = plan;
        this.frame = frame;
        this.signatures = signatures;
        this.index = index;
        this.village = frame.villageOf(index);
        this.serial = index - village.first() + 1;
        this.fate = Fate.of(plan, index);
        this.dice = Dice.of(plan.seed(), "answers", index);
        this.doubles = Doubles.in(plan, frame, index);
        this.people = doubles.people();
    }

    Household household() {
        Visit visit = new Visit(dice, village, serial, fate);
        ObjectNode prefill = prefill();
        addAnswers(visit, prefill);
        prefill.put("pc_net_last_year", lastYear());
        doubles.planted().forEach(planted -> truth.add(Truth.planted(planted, submissionId(), village.unit(serial),
                Doubles.submissionId(plan, planted.other()), frame.unit(planted.other()))));
        if (fate.mistaken()) {
            slip();
        }
        sign();
        return new Household(unit(prefill), submission(visit), truth);
    }

    private ObjectNode prefill() {
        Register register = people.register();
        ObjectNode prefill = object().put("hh_id", people.id().toString()).put("village_code", village.code())
                .put("natural_village", village.group(serial)).put("hh_serial", serial);
        if (register.registered()) {
            prefill.put("register_no", doubles.registerNumber()).put("entry_year", register.entryYear())
                    .put("helper_id", helper());
        }
        return prefill.put("head_name", people.members().get(0).name().han())
                .put("hh_attr", register.category()).put("status", register.status())
                .put("enum1_id", village.enumerators().get(0)).put("enum2_id", village.enumerators().get(1));
    }

    private String helper() {
        return "H" + village.county() + "-" + (1000 + index % 8999);
    }

    private void addAnswers(Visit visit, ObjectNode prefill) {
        for (String key : List.of("hh_id", "village_code", "natural_village", "hh_serial", "register_no",
                "head_name")) {
            if (prefill.has(key)) {
                answers.set(key, prefill.get(key));
            }
        }
        boolean talked = fate.talked();
        if (talked) {
            people.members().get(0).name().tibetan().ifPresent(name -> answers.put("head_name_bo", name));
            doubles.dwelling().phone().ifPresentOrElse(number -> answers.put("phone", number),
                    () -> missing.put("/phone", "refused"));
        }
        visit.answer(Dice.of(plan.seed(), "place", doubles.dwelling().household()), answers, missing);
        if (talked || fate.result().equals("03")) {
            answers.put("consent", talked ? "1" : "2");
        }
        if (talked) {
            answers.put("resp_line", 1);
        }
        answers.put("result_code", fate.result());
        register();
        if (talked) {
            interview();
        }
    }

    private void register() {
        Register register = people.register();
        answers.put("hh_attr", register.category());
        if (register.registered()) {
            answers.put("reg_std", "1").put("entry_year", register.entryYear());
        }
        answers.put("status", register.status());
        if (register.exitYear() > 0) {
            answers.put("exit_year", register.exitYear());
        }
        if (register.relapseYear() > 0) {
            answers.put("relapse_year", register.relapseYear());
        }
    }

    private void interview() {
        List<Member> members = people.members();
        if (people.register().registered()) {
            List<String> causes = Causes.of(dice, members);
            answers.put("cause_main", causes.get(0));
            ArrayNode others = answers.putArray("cause_other");
            causes.subList(1, causes.size()).forEach(others::add);
        }
        List<Member> alive = members.stream().filter(Member::alive).toList();
        answers.put("n_hukou", alive.stream().filter(member -> member.yes("hukou_here")).count());
        answers.put("n_resident", alive.stream()
                .filter(member -> member.answers().path("months_home").asInt() >= 6).count());
        if (people.register().registered()) {
            answers.put("n_registered", alive.stream().filter(member -> member.yes("in_register")).count());
        }
        answers.put("n_share", alive.size());
        answers.putArray("hh_change").add(dice.chance(0.9) ? "0" : dice.one("1", "3"));
        ArrayNode rows = answers.putArray("members");
        members.forEach(member -> rows.add(member.answers()));
        if (fate.interviewed()) {
            Dwelling.State state = doubles.dwelling().state();
            new Conditions(dice, people.register(), members, answers,
                    state == Dwelling.State.USUAL && dice.chance(0.13) ? Dwelling.State.RESETTLED : state).answer();
            new Economy(dice, people.register(), members, answers).answer();
            new Help(dice, people.register(), members, answers).answer(helper());
            Silence.fall(dice, answers, missing);
        }
    }

    private int lastYear() {
        int now = answers.path("pc_net").asInt(4500);
        return now * dice.between(75, 110) / 100;
    }

    private void slip() {
        Optional<Slip> made = Optional.empty();
        while (made.isEmpty()) {
            Mistake mistake = dice.one(List.of(Mistake.values()));
            made = mistake.make(answers, dice);
            made.ifPresent(slip -> truth.add(Truth.mistake(submissionId(), village.unit(serial), mistake, slip)));
        }
        missing.remove("/members/" + answers.path("members").size() + "/edu");
        Calculations.incomes(answers);
        Calculations.ages(answers);
    }

    private void sign() {
        if (fate.interviewed() && !fate.result().equals("05")) {
            if (dice.chance(0.02)) {
                missing.put("/sign_resp", "refused");
            } else {
                answers.put("sign_resp", dice.one(signatures.respondents()));
            }
        }
        ArrayNode both = answers.putArray("sign_enum");
        village.enumerators().forEach(enumerator -> both.add(signatures.ofEnumerator().get(enumerator)));
    }

    private ObjectNode unit(ObjectNode prefill) {
        ObjectNode unit = object().put("unit", village.unit(serial)).put("campaign", plan.campaign())
                .put("area", village.code()).put("team", village.team())
                .put("address", doubles.dwelling().address());
        unit.set("form", form());
        unit.set("prefill", prefill);
        return unit.put("order", serial);
    }

    private ObjectNode submission(Visit visit) {
        ObjectNode line = object().put("submission", submissionId().toString()).put("number", 1);
        line.set("form", form());
        line.put("campaign", plan.campaign()).put("unit", village.unit(serial));
        line.set("answers", answers);
        line.set("missing", missing);
        TreeSet<String> attachments = new TreeSet<>();
        answers.path("sign_enum").forEach(hash -> attachments.add(hash.asText()));
        Optional.of(answers.path("sign_resp")).filter(JsonNode::isTextual)
                .ifPresent(hash -> attachments.add(hash.asText()));
        ArrayNode named = line.putArray("attachments");
        attachments.forEach(named::add);
        line.putObject("paradata").put("device", "simulated-" + village.team())
                .put("startedAt", visit.started()).put("finishedAt", visit.ended());
        return line;
    }

    private UUID submissionId() {
        return Doubles.submissionId(plan, index);
    }

    private static ObjectNode form() {
        return object().put("name", Plan.FORM.name()).put("version", Plan.FORM.version());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
