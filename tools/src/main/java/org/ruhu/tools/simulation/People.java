package org.ruhu.tools.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/**
 * Who lives in a household, as anybody who knows its index can work out.
 *
 * @param id its {@code hh_id}
 */
record People(UUID id, Register register, List<Member> members) {

    static People of(Plan plan, Village village, int household) {
        Dice dice = Dice.of(plan.seed(), "people", household);
        UUID id = dice.uuid();
        List<Kin> kin = Kin.household(dice);
        Register register = Register.of(dice, kin);
        Identities identities = new Identities(plan.households(), household);
        return new People(id, register,
                new Roster(dice, register, identities, id.toString(), village.county(), household).members(kin));
    }

    /** Someone of this household entered in another one too, under a name spelled as it may be. */
    static Member again(Member person, People host, Dice dice) {
        ObjectNode row = person.answers().deepCopy();
        Names.Name name = person.name().otherwise(dice);
        row.put("hh_id", host.id().toString()).put("line_no", host.members().size() + 1);
        row.put("name_zh", name.han()).put("rel", "10").put("in_register", false).put("hukou_here", false);
        row.put("months_home", Math.min(2, row.path("months_home").asInt()));
        Kin kin = new Kin("10", person.kin().male(), person.age(), person.kin().marital());
        return new Member(person.who(), kin, name, row);
    }

    /** This household entered once more as another one: the same people, some names spelled otherwise. */
    People again(UUID id, Dice dice) {
        List<Member> members = this.members.stream().map(member -> {
            ObjectNode row = member.answers().deepCopy();
            Names.Name name = dice.chance(0.4) ? member.name().otherwise(dice) : member.name();
            row.put("hh_id", id.toString()).put("name_zh", name.han());
            return new Member(member.who(), member.kin(), name, row);
        }).toList();
        return new People(id, register, members);
    }
}
