package org.ruhu.tools.indicator.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.tools.lines.Revision;

/**
 * Reads households from interviews with any version of the household census form. Totals are worked out anew from their
 * parts, as versions reckon them differently. Safe to share between threads.
 */
public final class HouseholdReader {

    public static final String FORM = "household-census";
    private static final List<String> RECOGNITION = List.of("policy", "measure", "exit", "cadre");

    private final Catalogue catalogue;
    private final RuleBook rules;
    private final Map<FormId, LocalDate> defaults = new ConcurrentHashMap<>();

    public HouseholdReader(Catalogue catalogue, RuleBook rules) {
        this.catalogue = catalogue;
        this.rules = rules;
    }

    public Household read(Revision revision) {
        return read(revision, Mark.UNKNOWN);
    }

    /** @param soft passes when a soft check found something */
    public Household read(Revision revision, Mark soft) {
        Given given = new Given(revision.answers().values(), revision.imputed().keySet());
        LocalDate day = referenceDay(revision);
        List<Member> members = members(given, day);
        double stated = given.number("inc_year");
        int year = Double.isNaN(stated) ? day.getYear() : (int) stated;
        String village = given.code("village_code");
        String area = village.isEmpty() ? revision.area() : village;
        LocalRules here = rules.at(area, year);
        int persons = given.count("n_share");
        Income income = Income.of(given, here.uncounted(), persons);
        int imputed = imputed(given, here.uncounted());
        given.watch().seen();
        Map<Part, Mark> parts = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            parts.put(part, part.of(given, members, here, income.registerPerHead()));
            imputed |= given.watch().seen() ? Imputed.of(part) : 0;
        }
        imputed |= (imputed & Imputed.REGISTER) != 0 ? Imputed.of(Part.INCOME) : 0;
        Marks lacks = Marks.NONE;
        for (Deprivation lack : Deprivation.values()) {
            lacks = lacks.with(lack.ordinal(), lack.of(given, members, parts));
            imputed |= given.watch().seen() || (imputed & lack.same().map(Imputed::of).orElse(0)) != 0
                    ? Imputed.of(lack) : 0;
        }
        Given answered = given.without(putIn(revision));
        return new Household(revision.form(), revision.unit(), area, year, given.code("result_code"),
                groups(given, members), persons, given.count("n_hukou"), given.count("n_registered"), income,
                here.line(), packed(parts), lacks,
                interview(answered, members(answered, day), revision, soft), new Imputed(imputed));
    }

    /** What the work is judged by is what was collected; totals were there before, as far as they could be. */
    private static Set<String> putIn(Revision revision) {
        return revision.imputed().entrySet().stream().filter(one -> !one.getValue().equals(Revision.RECALCULATED))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static List<Member> members(Given given, LocalDate day) {
        return given.rows("members").stream().map(row -> new Member(row, day)).filter(member -> !member.dead())
                .toList();
    }

    private static int imputed(Given given, Set<String> uncounted) {
        return (given.anyImputed(Income.needed(uncounted)) ? Imputed.REGISTER : 0)
                | (given.anyImputed(Income.needed(Set.of())) ? Imputed.DISPOSABLE : 0)
                | (given.anyImputed(Stream.of("n_share")) ? Imputed.PERSONS : 0)
                | (given.anyImputed(Stream.of("hh_attr", "status", "n_hukou", "n_registered")) ? Imputed.REGISTERED : 0)
                | (given.anyImputed(RECOGNITION.stream().map(of -> "recog_" + of)) ? Imputed.RECOGNITION : 0);
    }

    private static Marks packed(Map<Part, Mark> parts) {
        Marks marks = Marks.NONE;
        for (Map.Entry<Part, Mark> part : parts.entrySet()) {
            marks = marks.with(part.getKey().ordinal(), part.getValue());
        }
        return marks;
    }

    private static Groups groups(Given given, List<Member> members) {
        String sex = of(members.stream().filter(Member::head).map(head -> head.given().code("sex")));
        String ethnicity = of(members.stream().filter(Member::head).map(head -> head.given().code("ethnic")));
        return new Groups(given.code("hh_attr"), given.code("status"), given.code("cause_main"), sex, ethnicity);
    }

    private static String of(Stream<String> heads) {
        return heads.findFirst().orElse("");
    }

    private static Interview interview(Given given, List<Member> members, Revision revision, Mark soft) {
        List<Integer> grown = members.stream().map(Member::age).filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt).filter(age -> age >= 23 && age <= 62).toList();
        List<LocalDate> births = members.stream().flatMap(member -> member.birth().stream()).toList();
        Mark helped = given.oneOf("hh_attr", Set.of("0")).not()
                .and(given.code("helper_id").isEmpty() ? Mark.FAIL : given.atMost("helper_visits", 0).not());
        return new Interview(minutes(given), (float) given.number("gps_acc_m"), given.isYes("cadre_present"),
                leaves(given.json()), revision.answers().missing().size(), helped, recognition(given), grown.size(),
                (int) grown.stream().filter(age -> age % 5 == 0).count(), births.size(),
                (int) births.stream().filter(born -> born.getDayOfYear() == 1).count(), team(given), day(given),
                revision.number() > 1, soft, Signs.of(given, members));
    }

    private static String recognition(Given given) {
        return RECOGNITION.stream().map(of -> given.code("recog_" + of))
                .map(code -> code.isEmpty() ? "-" : code.substring(0, 1)).collect(Collectors.joining());
    }

    private static String team(Given given) {
        return Stream.of("enum1_id", "enum2_id").map(given::code).filter(who -> !who.isEmpty()).sorted()
                .collect(Collectors.joining(" + "));
    }

    private static int day(Given given) {
        try {
            return (int) OffsetDateTime.parse(given.code("start_time")).toLocalDate().toEpochDay();
        } catch (DateTimeException e) {
            return -1;
        }
    }

    private static float minutes(Given given) {
        try {
            Duration took = Duration.between(OffsetDateTime.parse(given.code("start_time")),
                    OffsetDateTime.parse(given.code("end_time")));
            return took.isNegative() ? Float.NaN : took.toSeconds() / 60f;
        } catch (DateTimeException e) {
            return Float.NaN;
        }
    }

    private static int leaves(JsonNode answers) {
        int leaves = 0;
        for (JsonNode answer : answers) {
            leaves += answer.isObject() || answer.isArray() && answer.path(0).isObject() ? leaves(answer) : 1;
        }
        return leaves;
    }

    /** As the interview was judged, else as its form has it. */
    private LocalDate referenceDay(Revision revision) {
        JsonNode told = revision.context().get("ref_date");
        try {
            return told == null ? defaults.computeIfAbsent(revision.form(), this::referenceDay)
                    : LocalDate.parse(told.asText());
        } catch (DateTimeException e) {
            return defaults.computeIfAbsent(revision.form(), this::referenceDay);
        }
    }

    private LocalDate referenceDay(FormId form) {
        String day = catalogue.form(form)
                .map(version -> version.schema().at("/x-context/ref_date/default").asText("")).orElse("");
        return day.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(day);
    }
}
