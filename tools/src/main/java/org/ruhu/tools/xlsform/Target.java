package org.ruhu.tools.xlsform;

import java.util.List;
import org.ruhu.tools.xlsform.xpath.XPath;

/**
 * What a path leads to.
 *
 * @param node  the question, group or repeat
 * @param spans the repeats on the way whose row is not at hand: all their rows are meant
 * @param scope the rows at hand where the path starts
 * @param own   conditions on the question itself
 */
record Target(Node node, List<Span> spans, Scope scope, List<XPath> own) {

    record Span(Node roster, List<XPath> conditions) {}

    boolean single() {
        return spans.isEmpty();
    }
}
