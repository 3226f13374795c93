/**
 * How good a count and its answers are: the after-check, repeated interviews, signs of made-up answers, and the course
 * of the work. A sign is a reason to look again, never a proof.
 */
package org.ruhu.tools.indicator.quality;
