package org.ruhu.server.odata;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.ruhu.server.door.Json;
import org.ruhu.tools.dataset.Dataset;

/** A dataset as OData sees it: which sets there are and what their entities look like. */
final class Feed {

    static final String NAMESPACE = "ruhu";
    private static final String EDMX = "http://docs.oasis-open.org/odata/ns/edmx";
    private static final String EDM = "http://docs.oasis-open.org/odata/ns/edm";

    private final Dataset dataset;
    private final Map<String, EntitySet> sets = new LinkedHashMap<>();

    Feed(Dataset dataset) {
        this.dataset = dataset;
        dataset.tables().forEach(table -> sets.put(table.name(), new EntitySet(table)));
        sets.values().forEach(set -> set.roster().ifPresent(roster -> around(roster).contains(set)));
    }

    private EntitySet around(String roster) {
        int cut = roster.lastIndexOf("/*/");
        Optional<String> outer = cut < 0 ? Optional.empty() : Optional.of(roster.substring(0, cut));
        return sets.values().stream().filter(set -> set.roster().equals(outer)).findFirst().orElseThrow();
    }

    Dataset dataset() {
        return dataset;
    }

    Optional<EntitySet> set(String name) {
        return Optional.ofNullable(sets.get(name));
    }

    /** @param root address of the feed, with a slash at its end */
    ObjectNode service(String root) {
        ObjectNode json = Json.object().put("@odata.context", root + "$metadata");
        var value = json.putArray("value");
        sets.keySet().forEach(name -> value.addObject().put("name", name).put("kind", "EntitySet").put("url", name));
        return json;
    }

    /** CSDL as XML. */
    String metadata() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("edmx", "Edmx", EDMX);
            xml.writeNamespace("edmx", EDMX);
            xml.writeAttribute("Version", "4.0");
            xml.writeStartElement("edmx", "DataServices", EDMX);
            xml.writeStartElement("Schema");
            xml.writeDefaultNamespace(EDM);
            xml.writeAttribute("Namespace", NAMESPACE);
            for (EntitySet set : sets.values()) {
                type(xml, set);
            }
            container(xml);
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void type(XMLStreamWriter xml, EntitySet set) throws XMLStreamException {
        xml.writeStartElement("EntityType");
        xml.writeAttribute("Name", set.type());
        xml.writeStartElement("Key");
        for (Field key : set.keys()) {
            xml.writeEmptyElement("PropertyRef");
            xml.writeAttribute("Name", key.name());
        }
        xml.writeEndElement();
        for (Field field : set.fields().values()) {
            xml.writeEmptyElement("Property");
            xml.writeAttribute("Name", field.name());
            xml.writeAttribute("Type", field.sort().edm());
            if (set.keys().contains(field)) {
                xml.writeAttribute("Nullable", "false");
            }
            if (field.sort() == Field.Sort.DECIMAL) {
                xml.writeAttribute("Scale", "variable");
            }
            if (field.sort() == Field.Sort.MOMENT) {
                xml.writeAttribute("Precision", "9");
            }
        }
        for (Map.Entry<String, EntitySet> roster : set.rosters().entrySet()) {
            xml.writeEmptyElement("NavigationProperty");
            xml.writeAttribute("Name", roster.getKey());
            xml.writeAttribute("Type", "Collection(" + NAMESPACE + "." + roster.getValue().type() + ")");
        }
        xml.writeEndElement();
    }

    private void container(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("EntityContainer");
        xml.writeAttribute("Name", "Dataset");
        for (EntitySet set : sets.values()) {
            xml.writeStartElement("EntitySet");
            xml.writeAttribute("Name", set.name());
            xml.writeAttribute("EntityType", NAMESPACE + "." + set.type());
            for (Map.Entry<String, EntitySet> roster : set.rosters().entrySet()) {
                xml.writeEmptyElement("NavigationPropertyBinding");
                xml.writeAttribute("Path", roster.getKey());
                xml.writeAttribute("Target", roster.getValue().name());
            }
            restricted(xml, "SortRestrictions", "Sortable");
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** Programs that heed the vocabulary of capabilities sort for themselves and are not refused. */
    private static void restricted(XMLStreamWriter xml, String term, String property) throws XMLStreamException {
        xml.writeStartElement("Annotation");
        xml.writeAttribute("Term", "Org.OData.Capabilities.V1." + term);
        xml.writeStartElement("Record");
        xml.writeEmptyElement("PropertyValue");
        xml.writeAttribute("Property", property);
        xml.writeAttribute("Bool", "false");
        xml.writeEndElement();
        xml.writeEndElement();
    }
}
