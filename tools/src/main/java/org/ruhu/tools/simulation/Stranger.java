package org.ruhu.tools.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.ruhu.tools.simulation.Names.Name;

/** One of this household who is somebody else than a person elsewhere, and looks like that person. */
final class Stranger {

    private static final int TRIES = 40;

    private final Host host;
    private final Case which;
    private final Dice dice;

    Stranger(Host host, Case which) {
        this.host = host;
        this.which = which;
        this.dice = host.dice();
    }

    Optional<Doubles> taken() {
        BiPredicate<Member, Member> like = like();
        Optional<Host.Origin> origin = which == Case.ONE_ID_TWO_PERSONS
                ? host.elsewhere(TRIES, people -> pair(people, like).isPresent())
                : host.neighbour(TRIES, people -> pair(people, like).isPresent() && (which != Case.COUSINS_OF_ONE_NAME
                        || people.members().stream().anyMatch(Stranger::grandparent)));
        return origin.map(found -> {
            Planted.Pair pair = pair(found.people(), like).orElseThrow();
            List<Member> members = new ArrayList<>(host.own().members());
            members.set(pair.here(), made(members.get(pair.here()), found.people().members().get(pair.there())));
            List<Planted> planted = new ArrayList<>(List.of(new Planted(which, found.index(), List.of(pair))));
            if (which == Case.COUSINS_OF_ONE_NAME) {
                planted.add(grandparent(found, members));
            }
            return host.with(host.own().of(members), planted);
        });
    }

    /** Whom both households list. */
    private Planted grandparent(Host.Origin origin, List<Member> members) {
        List<Member> theirs = origin.people().members();
        int line = IntStream.range(0, theirs.size()).filter(i -> grandparent(theirs.get(i))).findFirst().orElseThrow();
        Member again = new SecondBook(Case.TWO_HOUSEHOLDS_ONE_VILLAGE, dice, host.identities()).entered(
                theirs.get(line), host.own().id(), members.size() + 1, "10");
        again.visits(2);
        members.add(again);
        return new Planted(Case.TWO_HOUSEHOLDS_ONE_VILLAGE, origin.index(),
                List.of(new Planted.Pair(members.size() - 1, line)));
    }

    private static boolean grandparent(Member member) {
        return member.alive() && (member.is("rel", "06") || member.is("rel", "07"));
    }

    /** Ours and theirs. */
    private BiPredicate<Member, Member> like() {
        BiPredicate<Member, Member> sexAndAge = (ours, theirs) -> ours.kin().male() == theirs.kin().male()
                && ours.alive() && theirs.alive() && Math.abs(ours.age() - theirs.age()) <= (years());
        return switch (which) {
            case ONE_ID_TWO_PERSONS -> sexAndAge.and((ours, theirs) -> theirs.text("id_no").length() == 18
                    && !ours.name().words().equals(theirs.name().words()));
            case COUSINS_OF_ONE_NAME -> sexAndAge.and((ours, theirs) -> !theirs.name().words().isEmpty()
                    && ours.is("rel", "03") && theirs.is("rel", "03"));
            case NAMESAKES -> sexAndAge.and((ours, theirs) -> !theirs.name().words().isEmpty());
            default -> sexAndAge.and((ours, theirs) -> !theirs.name().words().isEmpty() && ours.age() > 30
                    && ours.age() < 59 && theirs.text("birth_date").endsWith("-01-01"));
        };
    }

    private int years() {
        return switch (which) {
            case ONE_ID_TWO_PERSONS -> 0;
            case NAMESAKES, COUSINS_OF_ONE_NAME -> 3;
            default -> 2;
        };
    }

    private Optional<Planted.Pair> pair(People people, BiPredicate<Member, Member> like) {
        List<Member> ours = host.own().members();
        for (int here = 0; here < ours.size(); here++) {
            for (int there = 0; there < people.members().size(); there++) {
                if (like.test(ours.get(here), people.members().get(there))) {
                    return Optional.of(new Planted.Pair(here, there));
                }
            }
        }
        return Optional.empty();
    }

    private Member made(Member ours, Member theirs) {
        ObjectNode row = ours.answers();
        if (which == Case.ONE_ID_TWO_PERSONS) {
            row.remove("no_id_reason");
            row.put("id_type", ours.age() < 16 ? "2" : "1").set("id_no", theirs.answers().get("id_no"));
            row.set("birth_date", theirs.answers().get("birth_date"));
            row.set("birth_est", theirs.answers().get("birth_est"));
            return ours;
        }
        Name name = dice.chance(0.5) ? theirs.name() : theirs.name().otherwise(dice);
        row.put("name_zh", name.han()).remove(List.of("name_alias", "name_bo"));
        if (which == Case.COUSINS_OF_ONE_NAME && dice.chance(0.09)) {
            row.remove("id_no");
            row.put("id_type", "9").put("no_id_reason", "2");
        }
        if (which == Case.NAMESAKES || which == Case.COUSINS_OF_ONE_NAME) {
            return new Member(ours.who(), ours.kin(), name, row);
        }
        row.remove("id_no");
        row.put("id_type", "9").put("no_id_reason", "2").put("age", theirs.age()).put("birth_est", true);
        row.set("birth_date", theirs.answers().get("birth_date"));
        Kin kin = new Kin(ours.kin().relation(), ours.kin().male(), theirs.age(), ours.kin().marital());
        return new Member(ours.who(), kin, name, row);
    }
}
