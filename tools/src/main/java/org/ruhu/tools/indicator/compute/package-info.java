/** From households that were read to figures: which households a figure stands on, and which estimator makes it. */
package org.ruhu.tools.indicator.compute;
