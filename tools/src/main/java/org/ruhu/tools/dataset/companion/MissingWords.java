package org.ruhu.tools.dataset.companion;

/** How a file says why there is no value. */
final class MissingWords {

    private MissingWords() {}

    /**
     * @param extension of the files
     * @param language  zh, en or bo, which is Chinese here
     */
    static String of(String extension, String language) {
        boolean english = language.equals("en");
        return switch (extension) {
            case "sav" -> english ? "Numbers: system-missing is not asked; not stated, does not know and refused are"
                    + " three user-missing numbers with labels. Texts: the column that ends in _missing says why."
                    : "数值列：系统缺失表示不适用；应答未答、不清楚、拒答是三个带标签的用户缺失值。文本列：见以 _missing 结尾的列。";
            case "dta" -> english ? "Numbers: . is not asked, .a does not know, .b refused, .c not stated. Texts: the"
                    + " column that ends in _missing says why."
                    : "数值列：. 不适用，.a 不清楚，.b 拒答，.c 应答未答。文本列：见以 _missing 结尾的列。";
            default -> english ? "No value: the column that ends in _missing says why (not-asked, not-stated,"
                    + " dont-know, refused); where there is no such column, not asked or not stated."
                    : "没有值时，以 _missing 结尾的列说明原因（not-asked 不适用，not-stated 应答未答，dont-know 不清楚，"
                    + "refused 拒答）；没有这种列的，不适用或应答未答。";
        };
    }
}
