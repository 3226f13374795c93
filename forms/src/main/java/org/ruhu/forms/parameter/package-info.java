/**
 * What a rule must not have as a constant: poverty lines, water standards, thresholds. Values by area and day, each
 * with its source, never changed and never removed, only followed by others.
 */
package org.ruhu.forms.parameter;
