/**
 * How alike two texts, numbers, days or places are. Texts are ranges of a char array, so that a column of a million
 * names can lie in one array and a comparison allocates nothing; where room to work in is needed, each thread has its
 * own.
 *
 * <p>A letter is a UTF-16 code unit. DuckDB counts bytes of UTF-8: its results are ours for ASCII, while for it one Han
 * character in another's place is up to three edits, for us and for Splink's other back ends one.
 *
 * <p>An empty text is like nothing, not even another empty one, in everything that is a similarity between 0 and 1:
 * what is missing is no evidence. Distances count: from an empty text to {@code 扎西} it is 2.
 */
package org.ruhu.tools.link.likeness;
