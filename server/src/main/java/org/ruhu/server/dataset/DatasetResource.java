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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;
import org.ruhu.server.attachment.Attachments;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Event;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Query;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Reach;
import org.ruhu.server.staff.Role;
import org.ruhu.server.store.Store;
import org.ruhu.server.submission.State;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Formats;

/** Everything that was answered, for statisticians: identifiers and names masked, each download in the audit log. */
@Path("/api/datasets")
public final class DatasetResource {

    private static final String FORM = "{form: [a-z][a-z0-9-]{0,63}}";
    private static final String VERSION = FORM + "/{version: [0-9]+(\\.[0-9]+)*}";

    private static final String NDJSON = "application/x-ndjson";
    private static final String ZIP = "application/zip";

    private final Store store;
    private final Catalogue catalogue;
    private final Desk desk;
    private final Campaigns campaigns;
    private final Attachments attachments;
    private final Zip zip;
    private final String software;
    private final AuditLog audit;

    DatasetResource(Store store, Catalogue catalogue, Campaigns campaigns, Attachments attachments, Desk desk,
                    Zip zip, String software, AuditLog audit) {
        this.store = store;
        this.catalogue = catalogue;
        this.desk = desk;
        this.campaigns = campaigns;
        this.attachments = attachments;
        this.zip = zip;
        this.software = software;
        this.audit = audit;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public ObjectNode list(@Context SecurityContext security) {
        Reach reach = Login.of(security).require(Role.STATISTICIAN);
        ObjectNode answer = Json.object();
        var versions = answer.putArray("datasets");
        var forms = answer.putArray("forms");
        Asked.known().forEach(answer.putArray("formats")::add);
        Formats.LANGUAGES.forEach(answer.putArray("languages")::add);
        for (FormVersion form : catalogue.forms()) {
            if (!Datasets.aboutUnits(form)) {
                continue;
            }
            List<String> asking = asking(reach, form.id()::equals);
            if (!asking.isEmpty()) {
                describe(versions.addObject().put("form", form.id().name()).put("version", form.id().version()), form,
                        asking, form.id().name() + "/" + form.id().version());
            }
        }
        for (String name : new TreeSet<>(catalogue.forms().stream()
                .filter(Datasets::aboutUnits).map(form -> form.id().name()).toList())) {
            List<String> asking = asking(reach, id -> id.name().equals(name));
            if (!asking.isEmpty()) {
                ObjectNode form = forms.addObject().put("form", name);
                catalogue.versions(name).forEach(version -> form.withArray("versions").add(version.id().version()));
                describe(form, catalogue.latest(name).orElseThrow(), asking, name);
            }
        }
        return answer;
    }

    /** Campaigns in reach that ask such a form. */
    private List<String> asking(Reach reach, Predicate<FormId> form) {
        return campaigns.all().stream()
                .filter(campaign -> campaigns.versions(campaign).stream().anyMatch(form))
                .filter(campaign -> reach.enters(campaign.id())).map(Campaign::id).toList();
    }

    private static void describe(ObjectNode dataset, FormVersion form, List<String> campaigns, String file) {
        dataset.putObject("title").put("zh", form.title("zh")).put("en", form.title("en"));
        campaigns.forEach(dataset.putArray("campaigns")::add);
        dataset.put("ndjson", "/api/datasets/" + file + ".ndjson").put("zip", "/api/datasets/" + file + ".zip");
    }

    @GET
    @Path(VERSION + ".ndjson")
    @Produces(NDJSON)
    public Response ndjson(@Context SecurityContext security, @PathParam("form") String name,
                           @PathParam("version") String version,
                           @QueryParam("campaign") @DefaultValue("") String campaign,
                           @QueryParam("area") @DefaultValue("") String area,
                           @QueryParam("states") @DefaultValue("") String states) {
        return lines(Login.of(security), asked(name, Optional.of(version), campaign, area, states, "ndjson"));
    }

    @GET
    @Path(VERSION + ".zip")
    @Produces(ZIP)
    public Response zip(@Context SecurityContext security, @PathParam("form") String name,
                        @PathParam("version") String version, @QueryParam("campaign") @DefaultValue("") String campaign,
                        @QueryParam("area") @DefaultValue("") String area,
                        @QueryParam("states") @DefaultValue("") String states) {
        return tables(Login.of(security), asked(name, Optional.of(version), campaign, area, states, "csv"));
    }

    @GET
    @Path(FORM + ".ndjson")
    @Produces(NDJSON)
    public Response ndjsonOfAllVersions(@Context SecurityContext security, @PathParam("form") String name,
                                        @QueryParam("campaign") @DefaultValue("") String campaign,
                                        @QueryParam("area") @DefaultValue("") String area,
                                        @QueryParam("states") @DefaultValue("") String states) {
        return lines(Login.of(security), asked(name, Optional.empty(), campaign, area, states, "ndjson"));
    }

    @GET
    @Path(FORM + ".zip")
    @Produces(ZIP)
    public Response zipOfAllVersions(@Context SecurityContext security, @PathParam("form") String name,
                                     @QueryParam("campaign") @DefaultValue("") String campaign,
                                     @QueryParam("area") @DefaultValue("") String area,
                                     @QueryParam("states") @DefaultValue("") String states) {
        return tables(Login.of(security), asked(name, Optional.empty(), campaign, area, states, "csv"));
    }

    /** Tables of what is accepted; lines, which are for tools, of the latest of each submission but the void ones. */
    private static Asked asked(String form, Optional<String> version, String campaign, String area, String states,
                               String format) {
        boolean lines = format.equals("ndjson");
        EnumSet<State> usual = lines ? EnumSet.complementOf(EnumSet.of(State.VOID)) : EnumSet.of(State.ACCEPTED);
        return new Asked(form, version, campaign, Query.area("area", area), format, new Formats.Wish("zh", true),
                states.isEmpty() ? usual : states(states),
                states.isEmpty() && lines ? Asked.Which.LATEST : Asked.Which.LATEST_IN_STATE, Duplicates.KEEP,
                Optional.empty(), Optional.empty(), Figuring.USUAL);
    }

    private static EnumSet<State> states(String words) {
        EnumSet<State> states = EnumSet.noneOf(State.class);
        for (String word : words.split(",", -1)) {
            states.add(State.of(word).orElseThrow(() -> Query.refused("states", "give some of "
                    + Stream.of(State.values()).map(State::word).collect(Collectors.joining(",")))));
        }
        return states;
    }

    private Response lines(Login login, Asked asked) {
        Interviews interviews = interviews(login, asked, desk.of(login, asked));
        return file(interviews.dataset().name() + ".ndjson", interviews::writeLines);
    }

    private Response tables(Login login, Asked asked) {
        Desk.Offer offer = desk.of(login, asked);
        Interviews interviews = interviews(login, asked, offer);
        Provenance provenance = new Provenance(login.account(), asked.json(), offer.cuts(), software);
        return file(interviews.dataset().name() + ".zip", out -> zip.write(interviews, asked, provenance, out,
                (revisions, submissions, rows) -> {}));
    }

    private Interviews interviews(Login login, Asked asked, Desk.Offer offer) {
        String name = asked.form() + " " + versions(offer.dataset());
        audit.append(asked.told(Event.of(login.account(), "dataset-read", name)));
        return new Interviews(store, offer.dataset(), offer.cuts(),
                Choice.of(asked.states(), asked.which() == Asked.Which.LATEST, attachments), store.lastSequence());
    }

    private static String versions(Dataset dataset) {
        return dataset.versions().stream().map(form -> form.id().version()).collect(Collectors.joining(" "));
    }

    private static Response file(String name, StreamingOutput bytes) {
        return Response.ok(bytes).header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store").build();
    }
}
