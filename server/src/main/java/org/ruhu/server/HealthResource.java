package org.ruhu.server;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.staff.Open;
import org.ruhu.server.store.Store;

/** Says whether the server can reach its store. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {

    private final Store store;
    private final String kind;
    private final String version;

    HealthResource(Store store, String kind, String version) {
        this.store = store;
        this.kind = kind;
        this.version = version;
    }

    @GET
    @Open
    public Map<String, String> health() {
        store.find(Campaigns.KIND, "-");
        return Map.of("status", "up", "store", kind, "version", version);
    }
}
