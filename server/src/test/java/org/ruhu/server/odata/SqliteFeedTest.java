package org.ruhu.server.odata;

/** Over the embedded store. */
class SqliteFeedTest extends FeedContract {}
