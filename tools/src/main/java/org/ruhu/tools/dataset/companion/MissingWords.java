package org.ruhu.tools.dataset.companion;

/** How a file says why there is no value. */
final class MissingWords {

    private MissingWords() {}

    /** @param extension of the files */
    static String of(String extension) {
        return switch (extension) {
            case "sav" -> "Numbers: system-missing is not asked; not stated, does not know and refused are three"
                    + " user-missing numbers with labels. Texts: the column that ends in _missing says why.";
            case "dta" -> "Numbers: . is not asked, .a does not know, .b refused, .c not stated. Texts: the column that"
                    + " ends in _missing says why.";
            default -> "No value: the column that ends in _missing says why (not-asked, not-stated, dont-know,"
                    + " refused); where there is no such column, not asked or not stated.";
        };
    }
}
