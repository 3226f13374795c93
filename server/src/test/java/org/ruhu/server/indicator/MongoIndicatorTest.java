package org.ruhu.server.indicator;

import org.ruhu.server.OverMongo;

/** Figures over MongoDB. */
@OverMongo
class MongoIndicatorTest extends FigureContract {}
