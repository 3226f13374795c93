package org.ruhu.forms;

/** {@code HARD}: impossible, the device does not let it pass; {@code SOFT}: unlikely, passes with a reason. */
public enum Severity { HARD, SOFT }
