package org.ruhu.server.context;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One number about the interviews of an area.
 *
 * @param value      empty while there are no interviews, or when they do not tell
 * @param interviews how many have come
 */
public record Gathered(Optional<BigDecimal> value, int interviews) {}
