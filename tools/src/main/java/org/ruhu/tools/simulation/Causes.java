package org.ruhu.tools.simulation;

import java.util.ArrayList;
import java.util.List;

/** Why a household became poor, supported by who lives in it. */
final class Causes {

    private static final List<String> OTHERS = List.of("04", "05", "06", "07", "09", "10", "12");

    private Causes() {}

    /** CL_CAUSE: the main cause, then up to two others. */
    static List<String> of(Dice dice, List<Member> members) {
        List<String> supported = new ArrayList<>(List.of("05", "07", "09", "10"));
        add(supported, "01", members.stream().anyMatch(member -> member.ails("2", "3")));
        add(supported, "02", members.stream().anyMatch(member -> member.ails("4")));
        add(supported, "03", members.stream().anyMatch(Member::student));
        long alive = members.stream().filter(Member::alive).count();
        long able = members.stream().filter(member -> member.ableToWork() && member.alive()).count();
        add(supported, "08", able * 2 < alive);
        List<String> causes = new ArrayList<>(List.of(dice.one(supported)));
        for (int wanted = dice.below(3); wanted > 0; wanted--) {
            add(causes, dice.one(OTHERS), true);
        }
        return causes;
    }

    private static void add(List<String> causes, String cause, boolean supported) {
        if (supported && !causes.contains(cause)) {
            causes.add(cause);
        }
    }
}
