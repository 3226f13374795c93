package org.ruhu.tools.xlsform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** What became of a workbook, and what there is to say about it, in the order of its sheets. */
public sealed interface Outcome {

    List<Remark> remarks();

    /** A form; all remarks are warnings about what is different in it. */
    record Imported(ObjectNode form, Map<String, ObjectNode> labels, Map<String, ObjectNode> codelists,
                    List<Remark> remarks) implements Outcome {}

    /** No form: at least one remark says what cannot be had. */
    record Refused(List<Remark> remarks) implements Outcome {}
}
