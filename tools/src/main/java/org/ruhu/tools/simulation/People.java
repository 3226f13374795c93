package org.ruhu.tools.simulation;

import java.util.List;
import java.util.UUID;

/**
 * Who lives in a household, as anybody who knows its index can work out.
 *
 * @param id    its {@code hh_id}
 * @param alike who among them could be taken for each other
 */
record People(UUID id, Register register, List<Member> members, Alike alike) {

    People {
        members = List.copyOf(members);
    }

    static People of(Plan plan, Village village, int household) {
        Dice dice = Dice.of(plan.seed(), "people", household);
        UUID id = dice.uuid();
        Alike alike = Alike.among(Kin.household(dice), Fate.of(plan, household).planted(), dice);
        Register register = Register.of(dice, alike.kin());
        Identities identities = new Identities(plan, village.county(), household);
        return new People(id, register, new Roster(dice, register, identities, id.toString(), village.county(),
                household).members(alike), alike);
    }

    /** The same household with others in it. */
    People of(List<Member> members) {
        return new People(id, register, members, alike);
    }
}
