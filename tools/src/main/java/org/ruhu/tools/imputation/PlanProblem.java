package org.ruhu.tools.imputation;

/** A plan cannot be read or does not suit the form; the message says where. */
public final class PlanProblem extends RuntimeException {

    PlanProblem(String place, String problem) {
        super(place + ": " + problem);
    }
}
