package org.ruhu.server.odata;

import org.ruhu.server.OverMongo;

/** Over MongoDB, each time in a database of its own. */
@OverMongo
class MongoFeedTest extends FeedContract {}
