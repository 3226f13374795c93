package org.ruhu.tools.link.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Model.Chance;
import org.ruhu.tools.link.Note;

/** Writes a model as {@link ModelReader} reads it: the same model is the same text, letter for letter. */
public final class ModelWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ModelWriter() {}

    public static ObjectNode write(Model model) {
        ObjectNode node = JSON.objectNode().put("model", ModelReader.VERSION);
        node.set("settings", SettingsWriter.write(model.settings()));
        node.put("prior", model.prior());
        ArrayNode comparisons = node.putArray("comparisons");
        for (int c = 0; c < model.chances().size(); c++) {
            comparisons.add(comparison(model, c));
        }
        ObjectNode frequencies = node.putObject("frequencies");
        new TreeMap<>(model.frequencies()).forEach((column, of) -> {
            ObjectNode one = frequencies.putObject(column).put("rest", of.rest()).put("agree", of.agree());
            ObjectNode shares = one.putObject("shares");
            new TreeMap<>(of.shares()).forEach(shares::put);
        });
        ArrayNode ties = node.putArray("ties");
        for (Model.Tie tie : model.ties()) {
            ObjectNode one = ties.addObject();
            ArrayNode when = one.putArray("when");
            tie.when().forEach(first -> when.add(model.settings().comparisons().get(first).name()));
            ArrayNode bits = one.put("comparison", model.settings().comparisons().get(tie.comparison()).name())
                    .putArray("bits");
            tie.bits().forEach(bits::add);
        }
        node.putObject("cuts").put("automatic", model.cuts().automatic()).put("clerical", model.cuts().clerical())
                .put("match", model.cuts().match());
        ArrayNode notes = node.putArray("notes");
        model.notes().forEach(note -> notes.add(written(note)));
        return node;
    }

    /** The text is there for whoever reads the file. */
    private static JsonNode written(Note note) {
        if (note.isWritten()) {
            return JSON.textNode(note.toString());
        }
        ObjectNode node = JSON.objectNode().put("note", note.message());
        ArrayNode values = node.putArray("values");
        note.values().forEach(values::add);
        return node.put("text", note.toString());
    }

    /** The weight is there for whoever reads the file; it follows from m and u. */
    private static ObjectNode comparison(Model model, int index) {
        Comparison comparison = model.settings().comparisons().get(index);
        ObjectNode node = JSON.objectNode().put("name", comparison.name());
        ArrayNode levels = node.putArray("levels");
        for (int level = 1; level <= comparison.otherwise(); level++) {
            Chance chance = model.chances().get(index).get(level - 1);
            levels.addObject().put("label", comparison.label(level)).put("m", chance.m()).put("u", chance.u())
                    .put("weight", chance.weight()).put("mFrom", chance.mFrom()).put("uFrom", chance.uFrom());
        }
        return node;
    }
}
