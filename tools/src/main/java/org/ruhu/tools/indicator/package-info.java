/**
 * Estimators: numbers in, small records out. Nothing here knows forms or files. Every formula names its source. What
 * cannot be computed says why ({@link org.ruhu.tools.indicator.Measured}); sums do not depend on the order or on the
 * number of threads ({@link org.ruhu.tools.indicator.Sum}).
 */
package org.ruhu.tools.indicator;
