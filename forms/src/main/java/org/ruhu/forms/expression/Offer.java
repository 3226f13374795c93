package org.ruhu.forms.expression;

import java.util.List;

/** What one may choose from. */
public sealed interface Offer permits Filter, RowChoice {

    /** Whether this answer, as {@code text(x)} writes it, is on offer; may throw what a formula throws. */
    boolean offers(String answer, Frame frame, Row of);

    /** All answers on offer in their order; may throw what a formula throws. */
    List<String> offered(Frame frame, Row of);
}
