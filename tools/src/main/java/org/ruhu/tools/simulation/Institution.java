package org.ruhu.tools.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A list of a school, monastery, barracks or building site whose people belong to households elsewhere. */
final class Institution {

    private static final int TRIES = 25;
    private static final Register NOT_REGISTERED = new Register("0", "7", 0, 0, 0);

    /** Who is in it. */
    private enum Sort {
        SCHOOL("寄宿学校", person -> person.student() && person.age() <= 19),
        MONASTERY("寺", person -> person.is("sex", "1") && person.age() >= 14 && person.age() <= 70
                && !person.kin().marital().equals("2") && !person.student()),
        BARRACKS("营房", person -> person.is("sex", "1") && person.age() >= 18 && person.age() <= 24),
        BUILDING_SITE("工地宿舍", person -> List.of("3", "4", "5").contains(person.text("work_area")));

        private final String name;
        private final Predicate<Member> holds;

        Sort(String name, Predicate<Member> holds) {
            this.name = name;
            this.holds = holds;
        }
    }

    private final Host host;
    private final Dice dice;
    private final boolean hanNames;
    private final Sort sort;

    Institution(Host host, Case which) {
        this.host = host;
        this.dice = host.dice();
        this.hanNames = which == Case.CHILD_UNDER_HAN_NAME;
        this.sort = hanNames ? Sort.SCHOOL : dice.one(List.of(Sort.values()));
    }

    /** The head is whoever keeps it. */
    Optional<Doubles> listed() {
        List<Member> members = new ArrayList<>(List.of(host.own().members().get(0)));
        members.get(0).answers().put("in_register", false);
        List<Planted> planted = new ArrayList<>();
        for (int i = dice.between(4, 9); i > 0; i--) {
            host.elsewhere(TRIES, people -> !lines(people).isEmpty()).ifPresent(origin -> {
                int line = dice.one(lines(origin.people()));
                Case which = hanNames && dice.chance(0.6) ? Case.CHILD_UNDER_HAN_NAME : Case.INSTITUTION_LIST;
                Member entered = new SecondBook(which, dice, host.identities())
                        .entered(origin.people().members().get(line), host.own().id(), members.size() + 1, "99")
                        .of(sort == Sort.SCHOOL ? parents(origin.people().members(), line) : List.of());
                entered.visits(9);
                planted.add(new Planted(which, origin.index(), List.of(new Planted.Pair(members.size(), line))));
                members.add(entered);
            });
        }
        People people = new People(host.own().id(), NOT_REGISTERED, members, host.own().alike());
        String name = host.village().name() + dice.one("东", "西", "南", "北") + sort.name;
        return planted.isEmpty() ? Optional.empty()
                : Optional.of(host.with(people, planted).at(host.dwelling().called(name)));
    }

    /** A school writes down whose child it is, one number or both, with the slips of all lists. */
    private List<String> parents(List<Member> family, int line) {
        List<String> numbers = family.stream().filter(member -> member.alive()
                && member.kin().parentOf(family.get(line).kin())).map(member -> member.text("id_no"))
                .filter(number -> number.length() == 18).toList();
        return numbers.stream().limit(dice.between(1, 2)).filter(number -> dice.chance(0.91))
                .map(number -> dice.chance(0.95) ? number : Mistyped.digit(number, dice)).toList();
    }

    private List<Integer> lines(People people) {
        List<Member> members = people.members();
        return IntStream.range(0, members.size())
                .filter(i -> members.get(i).alive() && sort.holds.test(members.get(i))).boxed().toList();
    }
}
