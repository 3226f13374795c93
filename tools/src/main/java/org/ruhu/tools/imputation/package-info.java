/**
 * Answers that nobody gave, filled in by rules anybody can read: by a formula, or from somebody alike who did answer.
 * For statistics only: what was collected stays as it is, and every filled cell is flagged.
 *
 * <p>Methods: De Waal, Pannekoek and Scholtus (2011), Handbook of Statistical Data Editing and Imputation, chapters 7.4
 * (deductive imputation) and 7.6 (random hot-deck within classes).
 */
package org.ruhu.tools.imputation;
