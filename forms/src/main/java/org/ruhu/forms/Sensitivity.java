package org.ruhu.forms;

/** How much harm an answer can do in the wrong hands; {@code PERSONAL} names someone, {@code SENSITIVE} hurts them. */
public enum Sensitivity { PLAIN, PERSONAL, SENSITIVE }
