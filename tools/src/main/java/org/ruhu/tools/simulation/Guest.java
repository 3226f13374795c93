package org.ruhu.tools.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** One person of another household who is entered here too. */
final class Guest {

    private static final int TRIES = 40;

    private final Host host;
    private final Case which;
    private final Dice dice;

    Guest(Host host, Case which) {
        this.host = host;
        this.which = which;
        this.dice = host.dice();
    }

    Optional<Doubles> entered() {
        return origin().map(origin -> {
            int line = dice.one(lines(origin.people()));
            List<Member> members = new ArrayList<>(host.own().members());
            Member person = origin.people().members().get(line);
            members.add(new SecondBook(which, dice, host.identities())
                    .entered(person, host.own().id(), members.size() + 1, relation(person)));
            members.get(members.size() - 1).visits(2);
            List<Planted> planted = new ArrayList<>(List.of(new Planted(which, origin.index(),
                    List.of(new Planted.Pair(members.size() - 1, line)))));
            for (int next : company(origin.people().members(), line)) {
                planted.add(with(origin, next, members));
            }
            return host.with(host.own().of(members), planted);
        });
    }

    /**
     * Lines of those who come along: somebody who has another number or birthday in the second book is known there by
     * kin, first husband or wife, parents or children. Now and then there are none.
     */
    private List<Integer> company(List<Member> family, int line) {
        if (which != Case.TWO_IDS_ONE_PERSON && which != Case.DEFAULT_BIRTHDAY) {
            return List.of();
        }
        Kin kin = family.get(line).kin();
        return IntStream.range(0, family.size()).filter(i -> i != line && family.get(i).alive()).boxed()
                .sorted(Comparator.comparing(i -> !family.get(i).kin().nextTo(kin)))
                .limit(dice.weighted(15, 50, 35)).toList();
    }

    private Planted with(Host.Origin origin, int line, List<Member> members) {
        Case along = origin.village().equals(host.village()) ? Case.TWO_HOUSEHOLDS_ONE_VILLAGE : Case.TWO_VILLAGES;
        Member next = new SecondBook(along, dice, host.identities()).entered(origin.people().members().get(line),
                host.own().id(), members.size() + 1, "10");
        next.visits(2);
        members.add(next);
        return new Planted(along, origin.index(), List.of(new Planted.Pair(members.size() - 1, line)));
    }

    private Optional<Host.Origin> origin() {
        Predicate<People> fits = people -> !lines(people).isEmpty();
        return switch (which) {
            case TWO_HOUSEHOLDS_ONE_VILLAGE -> host.neighbour(TRIES, fits);
            case TWO_VILLAGES -> host.elsewhere(TRIES, fits);
            default -> host.anywhere(TRIES, fits);
        };
    }

    private List<Integer> lines(People people) {
        return IntStream.range(0, people.members().size()).filter(i -> suits(people.members().get(i))).boxed()
                .toList();
    }

    private boolean suits(Member person) {
        return person.alive() && person.answers().has("id_no") && switch (which) {
            case MISTYPED_ID, TWO_IDS_ONE_PERSON -> person.text("id_no").length() == 18;
            case ID_OF_15_DIGITS -> person.text("id_no").length() == 18 && person.text("birth_date").startsWith("19");
            case DEFAULT_BIRTHDAY -> person.age() >= 25 && !person.text("birth_date").endsWith("-01-01");
            case CHILD_OF_BOTH_PARENTS -> person.is("rel", "03") && person.age() <= 15
                    && person.age() + 18 <= host.own().members().get(0).age();
            case DISABILITY_CARD -> person.ails("4");
            default -> true;
        };
    }

    private String relation(Member person) {
        boolean bride = person.age() >= 18 && person.age() <= 35 && person.kin().child();
        return which == Case.CHILD_OF_BOTH_PARENTS ? "03" : bride && dice.chance(0.6) ? "04" : dice.one("10", "99");
    }
}
