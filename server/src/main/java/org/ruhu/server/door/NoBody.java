package org.ruhu.server.door;

import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Refuses a request that has neither a body nor says of which type it would be: a resource would be given nothing. */
public final class NoBody implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        if (body == null) {
            throw new Refusal(Refusal.Kind.UNREADABLE_JSON, "The body is empty; send one JSON value");
        }
        return body;
    }
}
