package org.ruhu.tools.indicator.compute;

import java.util.Optional;

/** All that figures are made of. */
public record Gathered(Households households, Followed followed, Optional<Frame> frame, Process process) {}
