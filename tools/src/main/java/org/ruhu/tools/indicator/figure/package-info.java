/** Figures: what they are called and mean, what they stand on, how they are written down. */
package org.ruhu.tools.indicator.figure;
