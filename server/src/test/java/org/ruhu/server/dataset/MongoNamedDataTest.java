package org.ruhu.server.dataset;

import org.ruhu.server.OverMongo;

/** The same over MongoDB, each time in a database of its own. */
@OverMongo
class MongoNamedDataTest extends NamedDataTest {}
