package org.ruhu.tools.simulation;

import com.fasterxml.jackson.databind.JsonNode;

/** What a mistake did to an interview: {@code was} is the truth. */
record Slip(String pointer, JsonNode was, JsonNode is) {}
