package org.ruhu.tools.link.truth;

/**
 * The score of the pairs with at least one row in a group. A pair between two groups counts for both.
 *
 * @param group its code
 * @param rows  in it
 */
public record GroupScore(int group, long rows, Score score) {}
