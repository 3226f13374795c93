package org.ruhu.tools.indicator.figure;

/**
 * Where the true value lies, of a sample.
 *
 * @param method such as {@code wilson}; the catalogue of methods is in the rationale
 */
public record Interval(double lower, double upper, double level, String method) {}
