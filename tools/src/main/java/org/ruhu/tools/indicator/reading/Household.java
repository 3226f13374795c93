package org.ruhu.tools.indicator.reading;

import org.ruhu.forms.FormId;

/**
 * One household of the census as indicators read it.
 *
 * @param area        code of the village, or what is known of it
 * @param year        of the income; the year of the reference day when the interview does not say
 * @param result      CL_RESULT, empty when not stated
 * @param persons     who share income and expenses; 0 when not known
 * @param hukou       persons in the hukou book; 0 when not known
 * @param registered  persons on the register; 0 when not known
 * @param line        poverty line there and then, {@code NaN} without one
 * @param parts       by {@link Part}
 * @param lacks       by {@link Deprivation}: passes when deprived
 * @param imputed     which of these rest on answers that nobody gave
 */
public record Household(FormId form, String unit, String area, int year, String result, Groups groups, int persons,
        int hukou, int registered, Income income, double line, Marks parts, Marks lacks, Interview interview,
        Imputed imputed) {

    /** Net income per head by the local rule, that is compared with the line. */
    public double registerPerHead() {
        return income.registerPerHead();
    }

    public double disposablePerHead() {
        return income.disposablePerHead();
    }
}
