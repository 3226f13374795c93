package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.ruhu.forms.expression.Type;

/**
 * A value the rules of a form may be told from outside an interview.
 *
 * @param standard what it is when nobody says
 */
record Outside(String name, Type type, Optional<JsonNode> standard) {}
