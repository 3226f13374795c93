package org.ruhu.tools.indicator.design;

/** What is done with a stratum that has one cluster only, which tells nothing of how clusters differ. */
public enum Lonely {
    /** there is no variance */
    REFUSE,
    /**
     * all of its sum counts, which for means and ratios is its distance from all clusters' mean, as influences add up
     * to 0: rather too large a variance (R's survey calls it "adjust" and reckons totals so too)
     */
    GRAND_MEAN,
    /** it joins the next stratum in order of their names, the last one the one before (collapsed strata) */
    MERGE
}
