package org.ruhu.tools.load;

import java.time.Duration;

/**
 * How the load behaves.
 *
 * @param clients  parcels under way at a time
 * @param copies   of each parcel sent at the same moment
 * @param lost     share of acknowledgements thrown away
 * @param rate     submissions begun each second; 0 is as many as go
 * @param longest  after which no new parcel is begun
 * @param patience with a parcel before it is given up
 */
public record Manner(int clients, int copies, double lost, double rate, Duration longest, Duration patience,
        long seed) {

    public Manner {
        if (clients < 1 || clients > 1024 || copies < 1 || copies > 64 || !(lost >= 0 && lost < 1) || !(rate >= 0)) {
            throw new IllegalArgumentException("clients 1 to 1024, copies 1 to 64, share of acknowledgements"
                    + " to drop from 0 to less than 1, rate from 0");
        }
    }
}
