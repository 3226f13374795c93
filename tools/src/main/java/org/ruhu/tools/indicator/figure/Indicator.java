package org.ruhu.tools.indicator.figure;

/**
 * What a figure means.
 *
 * @param section  chapter of the report
 * @param unit     share (0 to 1), index, ratio, yuan, persons, households, minutes, metres, days
 * @param universe who it is about
 * @param formula  in the names of the form's questions; w is the weight, p persons, x income per person, z the line
 * @param source   of the formula or of the rule
 */
public record Indicator(String code, String section, String unit, Bilingual name, Bilingual definition,
        Bilingual universe, Bilingual formula, String source) {

    /** The same in two languages. */
    public record Bilingual(String zh, String en) {

        public String in(String language) {
            return language.equals("zh") ? zh : en;
        }
    }
}
