package org.ruhu.tools.indicator.design;

/** What is done with a stratum that has one cluster only, which tells nothing of how clusters differ. */
public enum Lonely {
    /** there is no variance */
    REFUSE,
    /** its distance from the mean of all clusters counts: rather too large a variance (R calls it "adjust") */
    GRAND_MEAN,
    /** it joins the next stratum in order of their names, the last one the one before (collapsed strata) */
    MERGE
}
