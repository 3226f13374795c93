/**
 * Samples with strata, clusters and weights: estimates and how sure they are. Variances are by linearisation, with the
 * first stage alone (ultimate clusters): what is drawn within a cluster may be drawn in any way, and with a small
 * sampling fraction of clusters little is lost (Särndal, Swensson, Wretman 1992, Model Assisted Survey Sampling;
 * Wolter 2007, Introduction to Variance Estimation).
 */
package org.ruhu.tools.indicator.design;
