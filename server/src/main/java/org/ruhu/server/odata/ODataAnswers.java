package org.ruhu.server.odata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import org.ruhu.server.door.Json;

/** Says on every answer below {@code /api/odata} which version it is, and tells refusals as OData does. */
@Priority(ODataAnswers.AFTER_ALL_OTHERS)
public final class ODataAnswers implements ContainerResponseFilter {

    static final int AFTER_ALL_OTHERS = 100;
    private static final String TYPE = "application/json;odata.metadata=minimal";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!request.getUriInfo().getPath().startsWith("api/odata/")) {
            return;
        }
        response.getHeaders().putSingle("OData-Version", "4.0");
        if (response.getStatus() == 401) {
            response.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"ruhu\", charset=\"UTF-8\"");
        }
        if (response.getStatus() >= 400 && response.getEntity() instanceof byte[] problem) {
            JsonNode told = Json.read(problem);
            ObjectNode error = Json.object();
            error.putObject("error").put("code", told.path("type").asText().replaceFirst(".*/", ""))
                    .put("message", told.path("title").asText() + ". " + told.path("detail").asText());
            response.setEntity(Json.bytes(error), new Annotation[0], MediaType.valueOf(TYPE));
        }
    }
}
