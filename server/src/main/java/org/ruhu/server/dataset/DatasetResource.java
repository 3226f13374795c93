package org.ruhu.server.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Optional;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Event;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Query;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Reach;
import org.ruhu.server.staff.Role;
import org.ruhu.server.store.Store;

/** Everything that was answered, for statisticians: identifiers and names masked, each download in the audit log. */
@Path("/api/datasets")
public final class DatasetResource {

    private static final String FORM = "{form: [a-z][a-z0-9-]{0,63}}/{version: [0-9]+(\\.[0-9]+)*}";

    private final Store store;
    private final Catalogue catalogue;
    private final Campaigns campaigns;
    private final AuditLog audit;

    public DatasetResource(Store store, Catalogue catalogue, Campaigns campaigns, AuditLog audit) {
        this.store = store;
        this.catalogue = catalogue;
        this.campaigns = campaigns;
        this.audit = audit;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public ObjectNode list(@Context SecurityContext security) {
        Reach reach = Login.of(security).require(Role.STATISTICIAN);
        ObjectNode answer = Json.object();
        var array = answer.putArray("datasets");
        for (FormVersion form : catalogue.forms()) {
            List<Campaign> asking = campaigns.all().stream()
                    .filter(campaign -> campaign.form().equals(form.id()) && reach.enters(campaign.id())).toList();
            if (!asking.isEmpty()) {
                String address = "/api/datasets/" + form.id().name() + "/" + form.id().version();
                ObjectNode dataset = array.addObject();
                dataset.put("form", form.id().name()).put("version", form.id().version());
                dataset.putObject("title").put("zh", form.title("zh")).put("en", form.title("en"));
                var ids = dataset.putArray("campaigns");
                asking.forEach(campaign -> ids.add(campaign.id()));
                dataset.put("ndjson", address + ".ndjson").put("zip", address + ".zip");
            }
        }
        return answer;
    }

    @GET
    @Path(FORM + ".ndjson")
    @Produces("application/x-ndjson")
    public Response ndjson(@Context SecurityContext security, @PathParam("form") String name,
                           @PathParam("version") String version,
                           @QueryParam("campaign") @DefaultValue("") String campaign,
                           @QueryParam("area") @DefaultValue("") String area) {
        Interviews interviews = interviews(Login.of(security), name, version, campaign, area, "ndjson");
        return file(name + "-" + version + ".ndjson", interviews::writeLines);
    }

    @GET
    @Path(FORM + ".zip")
    @Produces("application/zip")
    public Response zip(@Context SecurityContext security, @PathParam("form") String name,
                        @PathParam("version") String version, @QueryParam("campaign") @DefaultValue("") String campaign,
                        @QueryParam("area") @DefaultValue("") String area) {
        Interviews interviews = interviews(Login.of(security), name, version, campaign, area, "zip");
        return file(name + "-" + version + ".zip", interviews::writeZip);
    }

    private Interviews interviews(Login login, String name, String version, String campaign, String asked,
                                  String format) {
        Reach reach = login.require(Role.STATISTICIAN);
        String area = Query.area("area", asked);
        FormVersion form = form(name, version).orElseThrow(() -> Refusal.notFound("There is no such form version"));
        List<Interviews.Cut> cuts = campaigns.all().stream()
                .filter(asking -> campaign.isEmpty() || asking.id().equals(campaign))
                .flatMap(asking -> reach.areas(asking.id(), area).stream()
                        .map(cut -> new Interviews.Cut(asking.id(), cut)))
                .toList();
        if (cuts.isEmpty()) {
            audit.append(Event.of(login.account(), "refused-foreign-area", name + " " + version).with("area", area));
            throw Refusal.foreignArea();
        }
        audit.append(Event.of(login.account(), "dataset-read", form.id().toString()).with("format", format)
                .with("campaign", campaign).with("area", area));
        return new Interviews(store, form, cuts);
    }

    private Optional<FormVersion> form(String name, String version) {
        try {
            return catalogue.form(new FormId(name, version));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Response file(String name, StreamingOutput bytes) {
        return Response.ok(bytes).header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store").build();
    }
}
