package org.ruhu.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.ruhu.server.staff.Open;

/** The OpenAPI description, written by hand as YAML in six files and served as one JSON document. */
@Path("/openapi.json")
@Produces(MediaType.APPLICATION_JSON)
public final class ApiDescription {

    private static final class Whole {
        static final ObjectNode JSON = merged();
    }

    @GET
    @Open
    public ObjectNode description() {
        return Whole.JSON;
    }

    private static ObjectNode merged() {
        ObjectNode whole = read("/openapi.yaml");
        ((ObjectNode) whole.get("paths")).setAll((ObjectNode) read("/openapi-desk.yaml").get("paths"));
        whole.setAll(read("/openapi-shapes.yaml"));
        ((ObjectNode) whole.at("/components/schemas")).setAll((ObjectNode) read("/openapi-tables.yaml").get("schemas"));
        for (String file : List.of("/openapi-linkage.yaml", "/openapi-indicators.yaml")) {
            ObjectNode some = read(file);
            ((ObjectNode) whole.get("paths")).setAll((ObjectNode) some.get("paths"));
            ((ObjectNode) whole.at("/components/schemas")).setAll((ObjectNode) some.get("schemas"));
        }
        return whole;
    }

    private static ObjectNode read(String file) {
        try (InputStream in = ApiDescription.class.getResourceAsStream(file)) {
            return (ObjectNode) new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
