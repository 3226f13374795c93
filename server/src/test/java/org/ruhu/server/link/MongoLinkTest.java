package org.ruhu.server.link;

import org.ruhu.server.OverMongo;

/** The same over MongoDB. */
@OverMongo
class MongoLinkTest extends LinkTest {}
