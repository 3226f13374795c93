package org.ruhu.forms;

/** What a form is about; {@code ORIGINAL} is a submission that is looked at again, {@code NONE} nothing on a list. */
public enum UnitKind { HOUSEHOLD, VILLAGE, COUNTY, ORIGINAL, NONE }
