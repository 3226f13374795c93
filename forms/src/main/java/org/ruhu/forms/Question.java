package org.ruhu.forms;

import java.util.List;
import java.util.Optional;

/**
 * One thing asked or calculated; a roster is a question too.
 *
 * @param path        {@code /hh_attr}, or {@code /members/*}{@code /age} for a question asked of every row
 * @param name        last step of the path, the name expressions use
 * @param kind        what it is answered with
 * @param integer     whether a number must be whole
 * @param roster      path of the innermost roster it is asked in
 * @param codes       codes allowed, in the order of the form; empty when it is not a choice
 * @param codelist    name of the code list its codes come from
 * @param choose      rows it chooses from
 * @param opens       what a row of this roster opens, such as {@code problem}
 * @param unit        unit of a number, such as {@code yuan}
 * @param widget      how it likes to be asked
 * @param prefill     key in the unit's prefill it starts from
 * @param nonresponse reasons accepted instead of an answer
 * @param identifier  set when the answer singles out a person
 * @param calculated  whether the form computes it
 * @param readonly    whether it is shown but not asked
 */
public record Question(String path, String name, Kind kind, boolean integer, Optional<String> roster,
        List<String> codes, Optional<String> codelist, Optional<Choose> choose, Optional<String> opens,
        Optional<String> unit, Optional<String> widget,
        Optional<String> prefill, List<String> nonresponse, Sensitivity sensitivity,
        Optional<Identifier> identifier, boolean calculated, boolean readonly) {

    public Question {
        codes = List.copyOf(codes);
        nonresponse = List.copyOf(nonresponse);
    }
}
