package org.ruhu.tools.indicator.rates;

/** All rates, once with all suspected cases and once with those that were verified. */
public record ThreeRates(Finding suspected, Finding verified, Rate recognition) {

    /**
     * @param wronglyExited persons of the sampled persons who left
     * @param missed        persons of the sampled persons outside the register
     */
    public record Finding(Rate wronglyExited, Rate missed, Composite composite) {}
}
