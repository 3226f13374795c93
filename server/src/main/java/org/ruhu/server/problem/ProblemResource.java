package org.ruhu.server.problem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.Event;
import org.ruhu.server.campaign.Campaign;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Query;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Reach;
import org.ruhu.server.staff.Role;
import org.ruhu.server.submission.Views;

/** The ledger of problems for those who found them and those who see to it that they are mended. */
@Path("/api/problems")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ProblemResource {

    private static final int MOST_ROWS = 500;
    /** Lengths of area codes from the country down to a village. */
    private static final int[] LEVELS = {0, 2, 4, 6, 9, 12};

    private final Problems problems;
    private final Views views;
    private final Campaigns campaigns;
    private final BiPredicate<Login, String> proves;
    private final AuditLog audit;

    /** @param proves whether an attachment has arrived and is the login's to show: sent by it, or known to it */
    public ProblemResource(Problems problems, Views views, Campaigns campaigns, BiPredicate<Login, String> proves,
                           AuditLog audit) {
        this.problems = problems;
        this.views = views;
        this.campaigns = campaigns;
        this.proves = proves;
        this.audit = audit;
    }

    @GET
    public ObjectNode list(@Context SecurityContext security, @QueryParam("area") @DefaultValue("") String area,
                           @QueryParam("campaign") @DefaultValue("") String campaign,
                           @QueryParam("state") @DefaultValue("") String state,
                           @QueryParam("domain") @DefaultValue("") String domain,
                           @QueryParam("severity") @DefaultValue("") String severity,
                           @QueryParam("overdue") @DefaultValue("false") String overdue,
                           @QueryParam("limit") @DefaultValue("50") String limit,
                           @QueryParam("after") @DefaultValue("") String after) {
        Login login = Login.of(security);
        Listing.Filter filter = new Listing.Filter(asked(campaign), Query.area("area", area), state(state), domain,
                severity(severity), Query.flag("overdue", overdue));
        int most = (int) Query.number("limit", limit, 1, MOST_ROWS);
        Listing.Page page = new Listing(problems, login, filter, most)
                .page(Optional.of(after).filter(token -> !token.isEmpty()).map(Listing.Position::read));
        ObjectNode answer = Json.object();
        var rows = answer.putArray("problems");
        page.rows().forEach(problem -> rows.add(told(problem)));
        page.next().ifPresent(next -> answer.put("next", next.token()));
        return answer;
    }

    private static String severity(String code) {
        if (!code.matches("[123]?")) {
            throw Query.refused("severity", "give 1, 2 or 3");
        }
        return code;
    }

    /** How many stand where in an area, and in each area directly below it. */
    @GET
    @Path("summary")
    public ObjectNode summary(@Context SecurityContext security, @QueryParam("area") @DefaultValue("") String area,
                              @QueryParam("campaign") @DefaultValue("") String campaign) {
        Reach reach = Login.of(security).require(Role.INSTRUCTOR, Role.COUNTY);
        String within = Query.area("area", area);
        problems.follow();
        Map<String, ObjectNode> children = new TreeMap<>();
        ObjectNode total = counts();
        for (String one : asked(campaign)) {
            for (String reached : reach.areas(one, within)) {
                problems.counted(one, reached).forEach((group, number) -> {
                    add(total, (String) group.get(2), number);
                    add(child(children, within, (String) group.get(1)), (String) group.get(2), number);
                });
                problems.due(one, reached).forEach((group, number) -> {
                    if (((String) group.get(2)).compareTo(problems.today().toString()) < 0) {
                        add(total, "overdue", number);
                        add(child(children, within, (String) group.get(1)), "overdue", number);
                    }
                });
            }
        }
        ObjectNode answer = Json.object().put("area", within);
        answer.set("total", total);
        var rows = answer.putArray("children");
        children.forEach((code, counts) -> rows.addObject().put("code", code).setAll(counts));
        return answer;
    }

    private static ObjectNode child(Map<String, ObjectNode> children, String within, String village) {
        int length = Arrays.stream(LEVELS).filter(level -> level > within.length()).findFirst().orElse(12);
        return children.computeIfAbsent(village.substring(0, length), code -> counts());
    }

    private static ObjectNode counts() {
        ObjectNode counts = Json.object();
        Arrays.stream(State.values()).forEach(state -> counts.put(state.word(), 0));
        return counts.put("overdue", 0);
    }

    private static void add(ObjectNode counts, String name, long number) {
        counts.put(name, counts.path(name).asLong() + number);
    }

    @GET
    @Path("{submission: [0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}/{line: [1-9][0-9]{0,3}}")
    public ObjectNode one(@Context SecurityContext security, @PathParam("submission") UUID submission,
                          @PathParam("line") int line) {
        Login login = Login.of(security);
        return whole(readable(login, new ProblemId(submission, line)), login);
    }

    @POST
    @Path("{submission: [0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}/{line: [1-9][0-9]{0,3}}/steps")
    public Response step(@Context SecurityContext security, @PathParam("submission") UUID submission,
                         @PathParam("line") int line, Body body) {
        Login login = Login.of(security);
        Problem problem = readable(login, new ProblemId(submission, line));
        int number = body.integer("number");
        Step step = Step.of(body.text("step")).orElseThrow(() -> body.refusedAt("step",
                "send one of " + String.join(", ", Arrays.stream(Step.values()).map(Step::word).toList())));
        ObjectNode said = new Ask(body, problem, problems.today(),
                proof -> proves.test(login, proof)).said(step);
        Problem moved = problems.take(login, problem, number, step, said);
        boolean fresh = moved.moves().size() > problem.moves().size();
        return Response.status(fresh ? 201 : 200).entity(whole(moved, login)).build();
    }

    private Problem readable(Login login, ProblemId id) {
        login.require(Role.ENUMERATOR, Role.INSTRUCTOR, Role.COUNTY);
        Problem problem = problems.find(id).orElseThrow(() -> Refusal.notFound("There is no such problem"));
        if (!problem.readableBy(login)) {
            audit.append(Event.of(login.account(), "refused-foreign-area", id.toString()));
            throw Refusal.foreignArea();
        }
        return problem;
    }

    private ObjectNode told(Problem problem) {
        Origin origin = problem.origin();
        Facts facts = problem.facts();
        ObjectNode json = Json.object().put("submission", problem.id().submission().toString())
                .put("line", problem.id().line()).put("campaign", origin.campaign()).put("unit", origin.unit())
                .put("area", origin.area()).put("team", origin.team()).put("openedAt", origin.openedAt().toString())
                .put("domain", facts.domain()).put("item", facts.item()).put("severity", facts.severity())
                .put("nature", facts.nature()).put("withdrawn", facts.row() < 0)
                .put("state", problem.state().word()).put("due", problem.due().toString())
                .put("overdue", problem.overdue(problems.today())).put("taken", problem.moves().size());
        json.putObject("form").put("name", facts.form().name()).put("version", facts.form().version());
        return json;
    }

    private ObjectNode whole(Problem problem, Login login) {
        ObjectNode json = told(problem);
        var moves = json.putArray("moves");
        problem.moves().forEach(move -> moves.add(move.json()));
        var open = json.putArray("steps");
        Arrays.stream(Step.values()).filter(step -> problem.mayTake(step, login))
                .forEach(step -> open.add(step.word()));
        views.row(problem.id().submission(), problem.facts().roster(), problem.facts().row())
                .ifPresent(row -> json.set("answers", row));
        return json;
    }

    private List<String> asked(String campaign) {
        return campaign.isEmpty() ? campaigns.all().stream().map(Campaign::id).toList() : List.of(campaign);
    }

    private static Optional<State> state(String word) {
        return word.isEmpty() ? Optional.empty() : Optional.of(State.of(word).orElseThrow(() -> Query.refused("state",
                "give one of " + String.join(", ", Arrays.stream(State.values()).map(State::word).toList()))));
    }
}
