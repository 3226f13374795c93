/**
 * How far pairs and clusters agree with what is known to be true: precision, recall and F1, of pairs by weight and of
 * clusters. Knows rows by number only; the truth is a code for each row.
 */
package org.ruhu.tools.link.truth;
