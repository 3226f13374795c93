package org.ruhu.tools.xlsform;

import org.ruhu.tools.xlsform.xpath.XPath;
import org.ruhu.tools.xlsform.xpath.XPathParser;

/** What people and their programs write instead of XPath, put right. */
final class Quotes {

    private Quotes() {}

    /** The expression of a cell; "yes" and TRUE, which spreadsheets make of true(), are what they mean. */
    static XPath parsed(Cell cell) {
        String text = cell.text();
        return XPathParser.parse(text.matches("(?i)yes|true") ? "true()" : text.matches("(?i)no|false") ? "false()"
                : straight(text));
    }

    /** Word processors bend quotes and stretch hyphens; XPath knows the straight ones only. */
    static String straight(String text) {
        return text.replace('\u2018', '\'').replace('\u2019', '\'').replace('\u201c', '"').replace('\u201d', '"')
                .replace('\u2013', '-').replace('\u00a0', ' ');
    }
}
