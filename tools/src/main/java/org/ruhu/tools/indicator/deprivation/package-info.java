/**
 * Poverty in several dimensions by counting deprivations. Source: Alkire, Foster 2011, Counting and multidimensional
 * poverty measurement, Journal of Public Economics 95: 476-487; Alkire and others 2015, Multidimensional Poverty
 * Measurement and Analysis, chapters 5 and 8.
 */
package org.ruhu.tools.indicator.deprivation;
