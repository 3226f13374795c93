package org.ruhu.tools.indicator.rates;

import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.design.Bounds;

/**
 * The composite incidence: persons still poor, missed and wrongly exited, of all rural persons.
 *
 * @param variance by the design; villages give both rates, so the two go together
 * @param apart    variance as if the two rates came from two samples, (N_out^2 Var m + N_left^2 Var e) / N^2
 * @param bounds   put together from those of the two rates, so they hold near 0 where a normal interval does not (Zou,
 *                 Donner 2008, Statistics in Medicine 27: 1693, for two estimates that go together)
 */
public record Composite(Measured incidence, Measured variance, Measured apart, Bounds bounds, Reading reading) {}
