package org.ruhu.tools.xlsform;

/** Word processors bend quotes and stretch hyphens; XPath knows the straight ones only. */
final class Quotes {

    private Quotes() {}

    static String straight(String text) {
        return text.replace('\u2018', '\'').replace('\u2019', '\'').replace('\u201c', '"').replace('\u201d', '"')
                .replace('\u2013', '-').replace('\u00a0', ' ');
    }
}
