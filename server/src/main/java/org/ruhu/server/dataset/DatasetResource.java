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
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.UnitKind;
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
import org.ruhu.tools.dataset.Dataset;

/** Everything that was answered, for statisticians: identifiers and names masked, each download in the audit log. */
@Path("/api/datasets")
public final class DatasetResource {

    private static final String FORM = "{form: [a-z][a-z0-9-]{0,63}}";
    private static final String VERSION = FORM + "/{version: [0-9]+(\\.[0-9]+)*}";

    private static final String NDJSON = "application/x-ndjson";
    private static final String ZIP = "application/zip";

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
        var versions = answer.putArray("datasets");
        var forms = answer.putArray("forms");
        for (FormVersion form : catalogue.forms()) {
            if (aboutNoUnit(form)) {
                continue;
            }
            List<String> asking = asking(reach, form.id()::equals);
            if (!asking.isEmpty()) {
                describe(versions.addObject().put("form", form.id().name()).put("version", form.id().version()), form,
                        asking, form.id().name() + "/" + form.id().version());
            }
        }
        for (String name : new TreeSet<>(catalogue.forms().stream()
                .filter(form -> !aboutNoUnit(form)).map(form -> form.id().name()).toList())) {
            List<String> asking = asking(reach, id -> id.name().equals(name));
            if (!asking.isEmpty()) {
                ObjectNode form = forms.addObject().put("form", name);
                catalogue.versions(name).forEach(version -> form.withArray("versions").add(version.id().version()));
                describe(form, catalogue.latest(name).orElseThrow(), asking, name);
            }
        }
        return answer;
    }

    /** Answers to an anonymous survey belong to no submission; {@code /api/surveys} hands them out. */
    private static boolean aboutNoUnit(FormVersion form) {
        return form.unit() == UnitKind.NONE;
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
                           @QueryParam("area") @DefaultValue("") String area) {
        return lines(interviews(Login.of(security), one(name, version), campaign, area, "ndjson"));
    }

    @GET
    @Path(VERSION + ".zip")
    @Produces(ZIP)
    public Response zip(@Context SecurityContext security, @PathParam("form") String name,
                        @PathParam("version") String version, @QueryParam("campaign") @DefaultValue("") String campaign,
                        @QueryParam("area") @DefaultValue("") String area) {
        return tables(interviews(Login.of(security), one(name, version), campaign, area, "zip"));
    }

    @GET
    @Path(FORM + ".ndjson")
    @Produces(NDJSON)
    public Response ndjsonOfAllVersions(@Context SecurityContext security, @PathParam("form") String name,
                                        @QueryParam("campaign") @DefaultValue("") String campaign,
                                        @QueryParam("area") @DefaultValue("") String area) {
        return lines(interviews(Login.of(security), all(name), campaign, area, "ndjson"));
    }

    @GET
    @Path(FORM + ".zip")
    @Produces(ZIP)
    public Response zipOfAllVersions(@Context SecurityContext security, @PathParam("form") String name,
                                     @QueryParam("campaign") @DefaultValue("") String campaign,
                                     @QueryParam("area") @DefaultValue("") String area) {
        return tables(interviews(Login.of(security), all(name), campaign, area, "zip"));
    }

    private Interviews interviews(Login login, Supplier<Dataset> asked, String campaign, String askedArea,
                                  String format) {
        Reach reach = login.require(Role.STATISTICIAN);
        String area = Query.area("area", askedArea);
        Dataset dataset = asked.get();
        List<Interviews.Cut> cuts = campaigns.all().stream()
                .filter(asking -> campaign.isEmpty() || asking.id().equals(campaign))
                .flatMap(asking -> reach.areas(asking.id(), area).stream()
                        .map(cut -> new Interviews.Cut(asking.id(), cut)))
                .toList();
        String name = dataset.form() + " " + versions(dataset);
        if (cuts.isEmpty()) {
            audit.append(Event.of(login.account(), "refused-foreign-area", name).with("area", area));
            throw Refusal.foreignArea();
        }
        audit.append(Event.of(login.account(), "dataset-read", name).with("format", format)
                .with("campaign", campaign).with("area", area));
        return new Interviews(store, dataset, cuts);
    }

    private static String versions(Dataset dataset) {
        return dataset.versions().stream().map(form -> form.id().version()).collect(Collectors.joining(" "));
    }

    private Supplier<Dataset> one(String name, String version) {
        return () -> Dataset.of(form(name, version)
                .orElseThrow(() -> Refusal.notFound("There is no such form version")));
    }

    private Supplier<Dataset> all(String name) {
        return () -> {
            List<FormVersion> versions = catalogue.versions(name);
            if (versions.isEmpty()) {
                throw Refusal.notFound("There is no such form");
            }
            return Dataset.of(versions);
        };
    }

    private Optional<FormVersion> form(String name, String version) {
        try {
            return catalogue.form(new FormId(name, version));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Response lines(Interviews interviews) {
        return file(interviews.name() + ".ndjson", interviews::writeLines);
    }

    private static Response tables(Interviews interviews) {
        return file(interviews.name() + ".zip", interviews::writeZip);
    }

    private static Response file(String name, StreamingOutput bytes) {
        return Response.ok(bytes).header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store").build();
    }
}
