package org.ruhu.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.ruhu.forms.Answers;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.Context;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;
import org.ruhu.server.demo.DemoAccounts.DemoAccount;
import org.ruhu.tools.remote.Remote;

/** A team's tablet: its list of units, and the interviews it sends, filled as its form wants them. */
final class DemoTablet {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Catalogue catalogue;
    private final Remote device;
    private final Map<String, JsonNode> units = new HashMap<>();

    private DemoTablet(Catalogue catalogue, Remote device) {
        this.catalogue = catalogue;
        this.device = device;
    }

    static DemoTablet of(Catalogue catalogue, Remote anybody, DemoAccount team) throws IOException {
        DemoTablet tablet = new DemoTablet(catalogue, anybody.with(anybody.signIn(team.account(), team.password())));
        tablet.update();
        return tablet;
    }

    /** Fetches its list, as a tablet does whenever it has a line. */
    void update() throws IOException {
        device.get("/api/assignments").path("units").forEach(unit ->
                units.put(unit.path("campaign").asText() + "/" + unit.path("unit").asText(), unit));
    }

    /** The submission of a unit, the same whenever it is asked for. */
    static UUID submission(String campaign, String unit) {
        return UUID.nameUUIDFromBytes((campaign + "/" + unit).getBytes(StandardCharsets.UTF_8));
    }

    /** Answers of the made-up interview that a form's examples begin from. */
    static ObjectNode example(FormId form) throws IOException {
        String path = "/forms/%s/%s/examples/base.json".formatted(form.name(), form.version());
        try (InputStream file = Catalogue.class.getResourceAsStream(path)) {
            return (ObjectNode) JSON.readTree(file).path("answers");
        }
    }

    /** Whether the server has a readable interview of the unit. */
    boolean sent(String campaign, String unit) {
        JsonNode listed = units.get(campaign + "/" + unit);
        return listed != null && !listed.path("state").asText().equals("listed");
    }

    /** A value from outside as the tablet was told it. */
    JsonNode told(String campaign, String unit, String name) {
        return units.get(campaign + "/" + unit).path("context").path(name);
    }

    /** Sends an interview, unless the server has one of the unit. */
    void interview(String campaign, String unit, ObjectNode answers) throws IOException {
        JsonNode listed = units.get(campaign + "/" + unit);
        if (sent(campaign, unit)) {
            return;
        }
        FormId id = new FormId(listed.at("/form/name").asText(), listed.at("/form/version").asText());
        FormVersion form = catalogue.form(id).orElseThrow();
        Map<String, JsonNode> context = new HashMap<>();
        listed.path("context").properties().forEach(entry -> context.put(entry.getKey(), entry.getValue()));
        ObjectNode cleaned = form.interview(new Answers(answers, Map.of()), Context.of(context)).cleaned();
        Set<String> attachments = new TreeSet<>();
        pictures(cleaned, attachments);
        ObjectNode body = JSON.createObjectNode().put("campaign", campaign).put("unit", unit);
        body.putObject("form").put("name", id.name()).put("version", id.version());
        body.set("answers", cleaned);
        body.putObject("missing");
        attachments.forEach(body.putArray("attachments")::add);
        device.put("/api/submissions/" + submission(campaign, unit) + "/revisions/1", "application/json",
                JSON.writeValueAsBytes(body));
    }

    private static void pictures(JsonNode answers, Set<String> found) {
        if (answers.isTextual() && answers.textValue().matches("[0-9a-f]{64}")) {
            found.add(answers.textValue());
        }
        answers.forEach(inner -> pictures(inner, found));
    }
}
