package org.ruhu.tools.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ruhu.tools.simulation.Host.Origin;

/** Another household, or its old people, entered once more as this one. */
final class HouseholdAgain {

    private static final int TRIES = 40;

    private final Host host;
    private final Case which;
    private final Dice dice;
    private final List<Member> members = new ArrayList<>();
    private final List<Planted.Pair> pairs = new ArrayList<>();

    HouseholdAgain(Host host, Case which) {
        this.host = host;
        this.which = which;
        this.dice = host.dice();
    }

    Optional<Doubles> entered() {
        return switch (which) {
            case RELOCATED_HOUSEHOLD -> host.elsewhere(TRIES, people -> true).map(this::relocated);
            case SHELL_REGISTRATION -> host.elsewhere(TRIES, people -> true).map(this::shell);
            case HEAD_REPLACED -> host.neighbour(TRIES, HouseholdAgain::widowed).map(this::underTheSpouse);
            default -> host.neighbour(TRIES, people -> !elders(people).isEmpty()).map(this::split);
        };
    }

    /** Somebody may have been left out, but most are there. */
    private Doubles relocated(Origin origin) {
        List<Member> theirs = origin.people().members();
        int leftOut = theirs.size() > 2 && dice.chance(0.3) ? dice.between(1, theirs.size() - 1) : -1;
        for (int line = 0; line < theirs.size(); line++) {
            if (line != leftOut) {
                enter(theirs.get(line), line, theirs.get(line).text("rel"));
            }
        }
        Dwelling moved = host.dwelling().with(Dwelling.State.RESETTLED);
        return again(origin, dice.chance(0.65) ? moved.with(origin.dwelling().phone()) : moved);
    }

    private Doubles shell(Origin origin) {
        List<Member> theirs = origin.people().members();
        IntStream.range(0, theirs.size()).filter(line -> theirs.get(line).alive()).forEach(line ->
                enter(theirs.get(line), line, theirs.get(line).text("rel"))
                        .answers().put("months_home", 0).put("hukou_here", true));
        Dwelling none = host.dwelling().with(Dwelling.State.NONE);
        return again(origin, dice.chance(0.5) ? none.with(origin.dwelling().phone()) : none);
    }

    private static boolean widowed(People people) {
        List<Member> members = people.members();
        return members.size() > 1 && members.get(1).is("rel", "02") && members.get(1).alive();
    }

    /** The old head has died, the widow or widower is entered as head. */
    private Doubles underTheSpouse(Origin origin) {
        List<Member> theirs = origin.people().members();
        enter(theirs.get(1), 1, "01").answers().put("marital", "4");
        for (int line = 2; line < theirs.size(); line++) {
            enter(theirs.get(line), line, seenBySpouse(theirs.get(line), theirs.get(1)));
        }
        Dwelling same = origin.dwelling();
        return again(origin, dice.chance(0.7) ? same : same.with(host.dwelling().phone()));
    }

    private static String seenBySpouse(Member member, Member spouse) {
        return switch (member.text("rel")) {
            case "06" -> "07";
            case "07" -> member.age() - spouse.age() > 16 ? "06" : "10";
            case "09" -> "10";
            default -> member.text("rel");
        };
    }

    /** Parents who live with others and are made a household of their own. */
    private static List<Integer> elders(People people) {
        List<Member> members = people.members();
        List<Integer> elders = IntStream.range(1, members.size())
                .filter(i -> members.get(i).age() >= 60 && members.get(i).alive()
                        && (members.get(i).is("rel", "06") || members.get(i).is("rel", "07"))).boxed().toList();
        return members.size() < elders.size() + 2 ? List.of() : elders;
    }

    private Doubles split(Origin origin) {
        List<Integer> elders = elders(origin.people());
        List<Kin> kin = new ArrayList<>();
        for (int line : elders) {
            Member elder = origin.people().members().get(line);
            kin.add(elder.kin());
            enter(elder, line, kin.size() == 1 ? "01" : "02");
        }
        Register register = Register.of(dice, kin);
        members.forEach(member -> member.answers().put("in_register", register.registered()).put("hukou_here", true));
        Dwelling home = origin.dwelling();
        Doubles split = host.with(new People(host.own().id(), register, members, host.own().alike()),
                List.of(new Planted(which, origin.index(), pairs)));
        return split.at(dice.chance(0.5) ? home : home.with(host.dwelling().phone()));
    }

    private Member enter(Member person, int line, String relation) {
        Member again = new SecondBook(which, dice, host.identities())
                .entered(person, host.own().id(), members.size() + 1, relation);
        pairs.add(new Planted.Pair(members.size(), line));
        members.add(again);
        return again;
    }

    private Doubles again(Origin origin, Dwelling dwelling) {
        People people = new People(host.own().id(), origin.people().register(), members, host.own().alike());
        return new Doubles(people, origin.registerNumber(), dwelling,
                List.of(new Planted(which, origin.index(), pairs)));
    }
}
