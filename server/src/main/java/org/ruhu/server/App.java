package org.ruhu.server;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Handler;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.jetty.JettyHttpContainer;
import org.glassfish.jersey.server.ContainerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.parameter.Parameters;
import org.ruhu.server.audit.AuditLog;
import org.ruhu.server.audit.AuditResource;
import org.ruhu.server.audit.Trail;
import org.ruhu.server.campaign.CampaignResource;
import org.ruhu.server.campaign.Campaigns;
import org.ruhu.server.door.AnswerFilter;
import org.ruhu.server.door.BodyReader;
import org.ruhu.server.door.Fork;
import org.ruhu.server.door.JsonWriter;
import org.ruhu.server.door.LoadLimits;
import org.ruhu.server.door.NoBody;
import org.ruhu.server.door.Pages;
import org.ruhu.server.door.Rates;
import org.ruhu.server.door.RefusalMapper;
import org.ruhu.server.door.Settled;
import org.ruhu.server.form.FormResource;
import org.ruhu.server.form.Published;
import org.ruhu.server.link.Linkage;
import org.ruhu.server.odata.ODataAnswers;
import org.ruhu.server.parameter.ParameterResource;
import org.ruhu.server.parameter.ParameterTables;
import org.ruhu.server.problem.Problems;
import org.ruhu.server.region.RegionResource;
import org.ruhu.server.region.Regions;
import org.ruhu.server.review.Reviews;
import org.ruhu.server.staff.Accounts;
import org.ruhu.server.staff.Sessions;
import org.ruhu.server.staff.Staff;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Store;
import org.ruhu.server.submission.Submissions;
import org.ruhu.server.survey.BallotResource;
import org.ruhu.server.survey.SurveyResource;
import org.ruhu.server.survey.Surveys;
import org.ruhu.server.vault.Identifiers;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.form.Library;

/** Wires the server together by constructors, over a store that is open. */
public final class App implements AutoCloseable {

    /** Every kind of document the server keeps. */
    public static final List<Kind> KINDS = Stream.of(List.of(Accounts.KIND, Sessions.KIND, AuditLog.KIND,
            Identifiers.KIND, Campaigns.KIND, Campaigns.MOVES, Published.KIND, Regions.KIND, ParameterTables.KIND, Surveys.BALLOTS, Surveys.ANSWERS),
            Fieldwork.KINDS).flatMap(List::stream).toList();

    /** Of all who answer anonymous surveys together: a county's staff at once, not a machine that tries out ballots. */
    private static final double SURVEYS_PER_SECOND = 50;
    private static final int SURVEYS_AT_ONCE = 500;

    private final Settings settings;
    private final Staff staff;
    private final AuditLog audit;
    private final Trail trail;
    private final Fieldwork fieldwork;
    private final List<Object> resources;
    private final Door door;
    private final Chores chores = new Chores();

    /** With the tables that come with Ruhu. */
    public App(Settings settings, Store store, Catalogue catalogue, Clock clock) {
        this(settings, store, new Library(catalogue, Parameters.bundled()), clock);
    }

    /** @throws CannotRun when a form is not the one that was in use under its name */
    public App(Settings settings, Store store, Library library, Clock clock) {
        Catalogue catalogue = library.catalogue();
        Logs.settle();
        this.settings = settings;
        audit = new AuditLog(store, clock);
        trail = new Trail(audit, store,
                Map.of(Submissions.KIND.name(), Trail.STORED, Problems.MOVES.name(), Trail.STEPPED,
                        Reviews.STEPS.name(), Trail.REVIEWED,
                        Linkage.JUDGEMENTS.name(), Trail.JUDGED), clock);
        Campaigns campaigns = new Campaigns(store);
        Regions regions = new Regions(store);
        Identifiers identifiers = Identifiers.open(settings.keys(), store);
        staff = new Staff(store, campaigns, audit, clock, new SecureRandom());

        Rates rates = new Rates(settings.requestsPerSecond(), 3.0 * settings.requestsPerSecond(), clock);
        resources = new ArrayList<>(staff.resources(rates));
        resources.add(new HealthResource(store, settings.store().replaceFirst(":.*", ""), Version.TEXT));
        resources.add(new ApiDescription());
        resources.add(new AuditResource(audit, trail));
        Published published = new Published(store, catalogue, clock);
        published.verify();
        resources.add(new FormResource(catalogue, published));
        resources.add(new RegionResource(regions, audit));
        resources.add(new CampaignResource(campaigns, catalogue, published, audit, clock));
        ParameterTables tables = new ParameterTables(store, library.parameters(), clock);
        resources.add(new ParameterResource(tables, campaigns, catalogue, regions, audit));
        Surveys surveys = new Surveys(store, identifiers, new SecureRandom());
        resources.add(new BallotResource(surveys, campaigns, catalogue, audit));
        resources.add(new SurveyResource(surveys, campaigns, catalogue,
                new Rates(SURVEYS_PER_SECOND, SURVEYS_AT_ONCE, clock), audit, clock));
        fieldwork = new Fieldwork(settings, store, catalogue, campaigns, published, regions, identifiers, tables,
                staff, rates, audit, clock);
        resources.addAll(fieldwork.resources());

        door = new Door(settings, new Fork(new Settled(api(settings, resources)), new Pages()));
        chores.everySecond("parameters", tables::refresh);
        chores.everySecond("campaigns", campaigns::refresh);
        chores.everySecond("audit trail", trail::fold);
        chores.everySecond("progress", fieldwork.progress()::turn);
        chores.everySecond("problems", fieldwork.problems()::follow);
        chores.everySecond("reviews", fieldwork.queue()::follow);
        chores.everySecond("gathering", fieldwork.gathering()::turn);
        chores.everySecond("mentions", fieldwork.mentions()::follow);
        chores.everySecond("old exports", fieldwork.exporting()::expire);
    }

    /** Listens; returns when requests are taken. */
    public App start() {
        fieldwork.exporting().start();
        fieldwork.indicators().start();
        door.open();
        chores.start();
        fieldwork.linkage().start();
        return this;
    }

    /** Where it listens, such as {@code http://127.0.0.1:8080/}. */
    public URI uri() {
        String scheme = settings.tls().isPresent() ? "https" : "http";
        return URI.create("%s://%s:%d/".formatted(scheme, settings.host(), door.port()));
    }

    List<Object> resources() {
        return List.copyOf(resources);
    }

    public Staff staff() {
        return staff;
    }

    /** Reads everything again and tells what does not fit together. */
    Check check() {
        return new Check(audit, trail, fieldwork.recheck(), fieldwork.queue(), fieldwork.progress());
    }

    /** Lets requests under way finish. The store stays open. */
    @Override
    public void close() {
        door.close();
        chores.close();
        fieldwork.close();
    }

    private static Handler api(Settings settings, List<Object> resources) {
        ResourceConfig config = new ResourceConfig().addProperties(Map.of(
                CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true,
                CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true,
                ServerProperties.WADL_FEATURE_DISABLE, true));
        config.register(new RefusalMapper()).register(new AnswerFilter()).register(new ODataAnswers()).register(new BodyReader())
                .register(new NoBody()).register(new JsonWriter())
                .register(new LoadLimits(settings.loads()));
        resources.forEach(config::register);
        return ContainerFactory.createContainer(JettyHttpContainer.class, config);
    }
}
