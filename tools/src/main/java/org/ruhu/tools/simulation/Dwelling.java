package org.ruhu.tools.simulation;

import java.util.Optional;

/**
 * Where a household was met.
 *
 * @param household index of the household that lives there
 * @param state     what its house is to those who answer
 */
record Dwelling(int household, String address, Optional<String> phone, State state) {

    enum State { USUAL, RESETTLED, NONE }

    static Dwelling of(Plan plan, Frame frame, int household) {
        return new Dwelling(household, frame.address(household), Phone.of(plan, household), State.USUAL);
    }

    Dwelling with(Optional<String> phone) {
        return new Dwelling(household, address, phone, state);
    }

    Dwelling with(State state) {
        return new Dwelling(household, address, phone, state);
    }

    Dwelling called(String name) {
        return new Dwelling(household, name, phone, state);
    }
}
