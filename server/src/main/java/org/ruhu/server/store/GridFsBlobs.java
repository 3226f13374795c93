package org.ruhu.server.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.GridFSUploadStream;
import com.mongodb.client.gridfs.model.GridFSFile;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import org.bson.types.ObjectId;

/** In the database's own GridFS: uploaded under a passing name, then renamed. */
final class GridFsBlobs implements Blobs {

    private static final String PASSING = "incoming";

    private final MongoClient client;
    private final GridFSBucket bucket;

    private GridFsBlobs(MongoClient client, GridFSBucket bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    static GridFsBlobs open(String uri) {
        ConnectionString address = new ConnectionString(uri);
        MongoClient client = MongoClients.create(address);
        String name = Optional.ofNullable(address.getDatabase()).orElse("ruhu");
        MongoDatabase database = client.getDatabase(name)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY).withReadPreference(ReadPreference.primary());
        GridFsBlobs blobs = new GridFsBlobs(client, GridFSBuckets.create(database, "attachments"));
        blobs.sweep();
        return blobs;
    }

    /** Only what is a day old: another server may be taking bytes in at this moment. */
    private void sweep() {
        Date yesterday = Date.from(Instant.now().minus(1, ChronoUnit.DAYS));
        for (GridFSFile left : bucket.find(Filters.and(Filters.eq("filename", PASSING),
                Filters.lt("uploadDate", yesterday)))) {
            bucket.delete(left.getObjectId());
        }
    }

    @Override
    public Draft draft() {
        return new GridFsDraft(bucket.openUploadStream(PASSING));
    }

    @Override
    public Optional<InputStream> read(String name) {
        GridFSFile file = bucket.find(Filters.eq("filename", name)).sort(Sorts.descending("_id")).first();
        return Optional.ofNullable(file).map(found -> bucket.openDownloadStream(found.getObjectId()));
    }

    @Override
    public void close() {
        client.close();
    }

    private final class GridFsDraft implements Draft {

        private final GridFSUploadStream upload;
        private boolean settled;

        GridFsDraft(GridFSUploadStream upload) {
            this.upload = upload;
        }

        @Override
        public OutputStream bytes() {
            return upload;
        }

        /** Those kept before under the name are taken away after, so that the name is never without bytes. */
        @Override
        public void keepAs(String name) {
            settled = true;
            upload.close();
            ObjectId mine = upload.getObjectId();
            bucket.rename(mine, name);
            for (GridFSFile older : bucket.find(Filters.and(Filters.eq("filename", name), Filters.lt("_id", mine)))) {
                forget(older.getObjectId());
            }
        }

        @Override
        public void close() {
            if (!settled) {
                upload.abort();
            }
        }
    }

    /** Two uploads of the same bytes may both try. */
    private void forget(ObjectId id) {
        try {
            bucket.delete(id);
        } catch (MongoException e) {
            if (bucket.find(Filters.eq("_id", id)).first() != null) {
                throw e;
            }
        }
    }
}
