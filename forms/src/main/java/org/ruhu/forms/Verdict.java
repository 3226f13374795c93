package org.ruhu.forms;

/** What became of one check: a broken check is never a pass, an unanswered one never a failure. */
public sealed interface Verdict {

    record Holds() implements Verdict {}

    record Fails() implements Verdict {}

    /** Something the rule needs is not known. */
    record Unanswered() implements Verdict {}

    /** The rule itself went wrong: our fault, shown as a finding. */
    record Broken(String why) implements Verdict {}
}
