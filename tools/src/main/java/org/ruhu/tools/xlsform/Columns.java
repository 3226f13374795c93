package org.ruhu.tools.xlsform;

import java.util.Map;
import java.util.Set;

/** Says which columns and sheets are not used, and what is lost with them. */
final class Columns {

    private static final Set<String> SURVEY = Set.of("type", "name", "label", "hint", "guidance_hint", "relevant",
            "constraint", "constraint_message", "required", "calculation", "choice_filter", "repeat_count", "default",
            "read_only", "appearance", "parameters", "disabled", "trigger", "bind_type", "bind::type");
    private static final Map<String, String> LOST = Map.of(
            "media", "pictures, sounds and films beside questions are not shown",
            "required_message", "that an answer is missing is said in the tablet's own words",
            "no_app_error", "nothing else is opened on the tablet",
            "save_to", "entities are not kept: this answer stays an answer",
            "intent", "nothing else is opened on the tablet",
            "autoplay", "nothing is played",
            "query", "outside choices are filtered by choice_filter");
    private static final Set<String> SETTINGS = Set.of("form_title", "form_id", "version", "default_language",
            "allow_choice_duplicates", "name", "style", "omit_instanceid", "clean_text_values", "auto_delete");
    private static final Map<String, String> UNSET = Map.of(
            "instance_name", "interviews are named by their unit",
            "public_key", "interviews are sealed with the server's own keys",
            "submission_url", "where interviews are sent is up to the tablet",
            "auto_send", "when interviews are sent is up to the tablet");
    private static final Set<String> SHEETS = Set.of("survey", "choices", "settings", "external_choices", "entities");

    private final Remarks remarks;

    Columns(Remarks remarks) {
        this.remarks = remarks;
    }

    void judge(Map<String, Table> sheets) {
        sheets.forEach((name, sheet) -> {
            if (!SHEETS.contains(name) && !name.startsWith("_") && !sheet.headers().isEmpty()) {
                remarks.warn(Place.of(name), "this sheet is not read");
            }
        });
        survey(sheets.get("survey"));
        settings(sheets.getOrDefault("settings", Table.empty("settings")));
        choices(sheets.getOrDefault("choices", Table.empty("choices")));
        if (!sheets.getOrDefault("entities", Table.empty("entities")).lines().isEmpty()) {
            remarks.warn(Place.of("entities"), "entities are not kept: who is visited comes from the frame");
        }
    }

    private void survey(Table survey) {
        for (Header header : survey.headers()) {
            if (LOST.containsKey(header.name())) {
                survey.lines().stream().filter(line -> line.cells().containsKey(header)).findFirst()
                        .ifPresent(line -> remarks.warn(header.place(), LOST.get(header.name())));
            } else if (!SURVEY.contains(header.name())) {
                unknown(header);
            }
        }
        if (!survey.has("type")) {
            remarks.refuse(new Place("survey", 1, ""), "there is no column 'type'");
        }
        if (!survey.has("name")) {
            remarks.refuse(new Place("survey", 1, ""), "there is no column 'name'");
        }
    }

    private void unknown(Header header) {
        remarks.warn(header.place(), "the column '" + header.written() + "' is not known and left out");
    }

    private void settings(Table settings) {
        for (Header header : settings.headers()) {
            boolean given = settings.lines().stream().anyMatch(line -> line.cells().containsKey(header));
            if (UNSET.containsKey(header.name()) && given) {
                remarks.warn(header.place(), header.written() + ": " + UNSET.get(header.name()));
            } else if (!SETTINGS.contains(header.name()) && !UNSET.containsKey(header.name())) {
                unknown(header);
            }
        }
    }

    /** Columns of the choices sheet are for filters, so none is unknown; pictures are lost. */
    private void choices(Table choices) {
        for (Header header : choices.headers()) {
            if (header.name().equals("media")
                    && choices.lines().stream().anyMatch(line -> line.cells().containsKey(header))) {
                remarks.warn(header.place(), LOST.get("media"));
            }
        }
        if (!choices.lines().isEmpty() && (!choices.has("list_name") || !choices.has("name"))) {
            remarks.refuse(new Place("choices", 1, ""), "the columns 'list_name' and 'name' are needed here");
        }
    }
}
