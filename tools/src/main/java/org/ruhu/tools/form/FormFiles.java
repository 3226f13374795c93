package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;

/**
 * The files of one form version as they were written: read, not judged.
 *
 * @param shown     what to call it: a folder, or name and version
 * @param written   {@code form.json} to the letter
 * @param schema    {@code form.json} read; empty when it is no JSON object
 * @param labels    texts by language, of the languages that have a readable file
 * @param codelists code lists it names, by name: its own, else those it shares
 * @param own       names of the code lists that lie in its own folder
 * @param examples  interviews by file name, such as {@code H01.fails}
 * @param published digest of the version that was published under this name; empty when none was
 * @param tables    names of the parameter tables there are for it: bundled, or beside the tree it stands in
 * @param unread    files that are not the JSON they should be
 */
public record FormFiles(String shown, String written, ObjectNode schema, SortedMap<String, JsonNode> labels,
        SortedMap<String, JsonNode> codelists, List<String> own, SortedMap<String, JsonNode> examples,
        Optional<String> published, Set<String> tables, List<Flaw> unread) {

    /** The languages of the forms, the complete ones first. */
    public static final List<String> LANGUAGES = List.of("zh", "en", "bo");

    /** A form in a folder; shared code lists come from the tree the folder stands in, else from the bundled ones. */
    public static FormFiles in(Path folder) {
        return FormReader.in(folder);
    }

    /** A form on the class path. */
    public static FormFiles bundled(FormId id) {
        return FormReader.bundled(id);
    }

    /** @throws org.ruhu.forms.FormProblem with everything that is wrong with its expressions */
    public FormVersion version() {
        return FormVersion.of(schema, labels, codelists);
    }

    /** An interview kept beside the form: {@code answers}, {@code missing}, {@code context}, changes applied. */
    Optional<ObjectNode> example(String name) {
        return Examples.whole(name, examples);
    }
}
