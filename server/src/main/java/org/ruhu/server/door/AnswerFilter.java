package org.ruhu.server.door;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;

/**
 * What holds for every answer of a resource: nothing is kept by a cache unless it says so, no refusal comes without
 * words.
 */
public final class AnswerFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (response.getStatus() >= 400 && !response.hasEntity()) {
            Refusal refusal = RefusalMapper.ofStatus(response.getStatus());
            response.setEntity(Json.bytes(refusal.problem().put("status", response.getStatus())), new Annotation[0],
                    MediaType.valueOf(RefusalMapper.PROBLEM));
        }
    }
}
