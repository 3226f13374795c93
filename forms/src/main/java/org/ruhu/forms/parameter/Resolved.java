package org.ruhu.forms.parameter;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The value of a parameter for an area on a day, with what says where it comes from.
 *
 * @param area prefix it was given for, which may be shorter than the area asked about
 */
public record Resolved(JsonNode value, String source, String area, int version) {}
