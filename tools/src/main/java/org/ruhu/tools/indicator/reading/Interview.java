package org.ruhu.tools.indicator.reading;

/**
 * How the interview went, for figures on quality.
 *
 * @param minutes     how long, {@code NaN} when not known
 * @param gpsMetres   error of the position, {@code NaN} when not known
 * @param cadre       passes when somebody of the village's or group's cadres was there
 * @param answered    questions with an answer, those of the roster included
 * @param unanswered  questions that were asked and not answered: not known or refused
 * @param helped      for households of the register: passes with a helper who came in the year
 * @param recognition what the household says of policy, measures, exits and cadres, a character each: 1 yes, 2 no,
 *                    8 unclear, - not said
 * @param grown       members of 23 to 62 years, whose ages Whipple's index looks at
 * @param heaped      those of them whose age ends in 0 or 5
 * @param births      members whose birthday is known
 * @param newYears    those of them born on the first of January
 * @param team        who asked: both enumerators; empty when not known
 * @param day         of the interview, in days from 1970; below 0 when not known
 * @param changed     whether it was changed after it was first sent
 * @param soft        passes when a soft check of the form found something; unknown where the line does not say
 */
public record Interview(float minutes, float gpsMetres, Mark cadre, int answered, int unanswered, Mark helped,
        String recognition, int grown, int heaped, int births, int newYears, String team, int day,
        boolean changed, Mark soft, Signs signs) {}
