package org.ruhu.forms;

import java.util.List;
import java.util.Optional;

/**
 * A page of the form.
 *
 * @param roster    path of the roster whose rows it asks for
 * @param questions paths in the order of the screen; of a roster, the questions of a row
 */
public record Section(String name, Optional<String> roster, List<String> questions) {

    public Section {
        questions = List.copyOf(questions);
    }
}
