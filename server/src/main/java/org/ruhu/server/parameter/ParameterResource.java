package org.ruhu.server.parameter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.expression.Dates;
import org.ruhu.forms.parameter.Parameter;
import org.ruhu.forms.parameter.ParameterValue;
import org.ruhu.forms.parameter.Parameters;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Event;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Query;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.parameter.Proposal.Fault;
import org.ruhu.server.region.Regions;
import org.ruhu.server.staff.Grant;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Reach;
import org.ruhu.server.staff.Role;

/** Poverty lines, standards and thresholds: everybody may look, an administrator adds values for the own area. */
@Path("/api/parameters")
@Produces(MediaType.APPLICATION_JSON)
public final class ParameterResource {

    private static final int MOST_FAULTS_TOLD = 1_000;

    private final ParameterTables tables;
    private final Effects effects;
    private final Regions regions;
    private final AuditLog audit;

    public ParameterResource(ParameterTables tables, Campaigns campaigns, Catalogue catalogue, Regions regions,
                             AuditLog audit) {
        this.tables = tables;
        this.effects = new Effects(campaigns, catalogue, regions);
        this.regions = regions;
        this.audit = audit;
    }

    /**
     * Every value that was ever given, in the order given, those replaced too.
     *
     * @param area values for it, for what it lies in and for what lies in it
     * @param day  values that hold then
     */
    @GET
    public ObjectNode list(@Context SecurityContext security, @QueryParam("name") @DefaultValue("") String name,
                           @QueryParam("area") @DefaultValue("") String area,
                           @QueryParam("day") @DefaultValue("") String day) {
        Login.of(security).require(Role.values());
        Filter filter = new Filter(Query.area("area", area), day(day), tables.edition());
        ObjectNode answer = Json.object();
        ArrayNode parameters = answer.putArray("parameters");
        filter.edition.parameters().parameters().stream()
                .filter(parameter -> name.isEmpty() || parameter.name().equals(name))
                .forEach(parameter -> parameters.add(filter.told(parameter)));
        return answer;
    }

    private static Optional<LocalDate> day(String day) {
        if (!day.isEmpty() && !Dates.isDay(day)) {
            throw Query.refused("day", "give a day such as 2020-12-31");
        }
        return Optional.of(day).filter(given -> !given.isEmpty()).map(LocalDate::parse);
    }

    /** One value, or a list of them. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response addJson(@Context SecurityContext security, @QueryParam("preview") @DefaultValue("false") String preview,
                            InputStream body) throws IOException {
        Login login = administrator(security);
        return add(login, reader().json(body.readAllBytes()), preview);
    }

    /** A table saved from a spreadsheet. */
    @POST
    @Consumes("text/csv")
    public Response addCsv(@Context SecurityContext security, @QueryParam("preview") @DefaultValue("false") String preview,
                           InputStream body) throws IOException {
        Login login = administrator(security);
        return add(login, reader().csv(body.readAllBytes()), preview);
    }

    private static Login administrator(SecurityContext security) {
        Login login = Login.of(security);
        login.require(Role.ADMINISTRATOR);
        return login;
    }

    private ProposalReader reader() {
        return new ProposalReader(tables.parameters(), regions);
    }

    private Response add(Login login, Proposal.Read read, String preview) {
        boolean only = Query.flag("preview", preview);
        List<Fault> faults = new ArrayList<>(read.faults());
        foreign(login, read.proposals(), faults);
        if (!faults.isEmpty() || read.proposals().isEmpty()) {
            throw refused(faults);
        }
        if (only) {
            Parameters before = tables.parameters();
            List<Added> added = tables.preview(read.proposals(), login.account());
            ObjectNode answer = Json.object().put("same", read.proposals().size() - added.size());
            answer.set("changes", effects.of(added, before));
            return Response.ok(answer).build();
        }
        ParameterTables.Outcome outcome = tables.add(read.proposals(), login.account());
        if (!outcome.stored().isEmpty()) {
            audit.append(Event.of(login.account(), "parameters-added",
                    String.join(" ", outcome.stored().stream().map(Added::name).distinct().sorted().limit(20).toList()))
                    .with("values", outcome.stored().size()));
        }
        return Response.status(outcome.stored().isEmpty() ? Response.Status.OK : Response.Status.CREATED)
                .entity(Json.object().put("stored", outcome.stored().size()).put("same", outcome.same())).build();
    }

    private void foreign(Login login, List<Proposal> proposals, List<Fault> faults) {
        Reach reach = login.require(Role.ADMINISTRATOR);
        List<Proposal> foreign = proposals.stream()
                .filter(proposal -> !reach.covers(Grant.EVERY, proposal.area())).toList();
        foreign.forEach(proposal -> faults.add(new Fault(proposal.line(), "area", "is not yours to give values for")));
        if (!foreign.isEmpty()) {
            audit.append(Event.of(login.account(), "refused-foreign-area", "parameters")
                    .with("values", foreign.size()));
        }
    }

    private static Refusal refused(List<Fault> faults) {
        List<Map<String, Object>> told = faults.stream().limit(MOST_FAULTS_TOLD).map(fault -> Map.<String, Object>of(
                "line", fault.line(), "field", fault.field(), "detail", fault.detail())).toList();
        return new Refusal(Refusal.Kind.UNREADABLE_BODY, faults.isEmpty() ? "Send one value or more"
                : "Nothing was added: mend the lines in refused and send all of them again").with("refused", told);
    }

    /** What is asked for of the tables. */
    private final class Filter {

        private final String area;
        private final Optional<LocalDate> day;
        private final ParameterTables.Edition edition;
        private final Map<ParameterValue, Added> added = new IdentityHashMap<>();

        Filter(String area, Optional<LocalDate> day, ParameterTables.Edition edition) {
            this.area = area;
            this.day = day;
            this.edition = edition;
            edition.added().forEach(one -> added.put(one.value(), one));
        }

        ObjectNode told(Parameter parameter) {
            ObjectNode told = Json.object().put("name", parameter.name()).put("type", parameter.type().word());
            parameter.unit().ifPresent(unit -> told.put("unit", unit));
            parameter.title().forEach(told.putObject("title")::put);
            ArrayNode values = told.putArray("values");
            parameter.values().stream().filter(this::wanted).forEach(value -> values.add(told(parameter, value)));
            day.flatMap(on -> edition.parameters().resolve(parameter.name(), area, on))
                    .ifPresent(held -> told.set("holds", Effects.told(held)));
            return told;
        }

        private boolean wanted(ParameterValue value) {
            return (value.area().startsWith(area) || area.startsWith(value.area()))
                    && day.filter(on -> !value.holds(value.area(), on)).isEmpty();
        }

        private ObjectNode told(Parameter parameter, ParameterValue value) {
            ObjectNode told = Added.written(value);
            told.put("areaName", value.area().isEmpty() ? "" : regions.name(value.area()));
            told.put("replaced", replaced(parameter, value));
            Optional.ofNullable(added.get(value)).ifPresentOrElse(
                    one -> told.put("origin", "added").put("at", one.at().toString()).put("by", one.by()),
                    () -> told.put("origin", "bundled"));
            return told;
        }

        /** Whether another one holds in its place on its last day, and on its first. */
        private boolean replaced(Parameter parameter, ParameterValue value) {
            return other(parameter, value, value.from())
                    && other(parameter, value, value.to().orElse(LocalDate.MAX));
        }

        private boolean other(Parameter parameter, ParameterValue value, LocalDate on) {
            return edition.parameters().resolve(parameter.name(), value.area(), on)
                    .filter(held -> held.version() != value.version() || !held.area().equals(value.area())
                            || !held.value().equals(value.value())).isPresent();
        }
    }
}
