package org.ruhu.server.dataset;

import org.ruhu.server.OverMongo;

/** Exports over MongoDB. */
@OverMongo
class MongoExportTest extends ExportContract {}
