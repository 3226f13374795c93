package org.ruhu.tools.xlsform;

/** A cell that holds something. */
record Cell(Place place, String text) {}
