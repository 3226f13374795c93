package org.ruhu.tools.indicator.reading;

/** Codes a household may be grouped by; empty when not known. Ethnicity, of the head, is for checks of bias only. */
public record Groups(String attribute, String status, String cause, String headSex, String ethnicity) {}
