package org.ruhu.server.door;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Tells browsers, on every answer, to run nothing and load nothing that is not ours. */
public final class Headers extends Handler.Wrapper {

    static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' blob: data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
            + "form-action 'self'; object-src 'none'";

    private static final HttpFields FIELDS = HttpFields.build()
            .put(new PreEncodedHttpField("Content-Security-Policy", CONTENT_SECURITY_POLICY))
            .put(new PreEncodedHttpField("X-Content-Type-Options", "nosniff"))
            .put(new PreEncodedHttpField("X-Frame-Options", "DENY"))
            .put(new PreEncodedHttpField("Referrer-Policy", "no-referrer"))
            .put(new PreEncodedHttpField("Cross-Origin-Opener-Policy", "same-origin"))
            .put(new PreEncodedHttpField("Cross-Origin-Resource-Policy", "same-origin"))
            .put(new PreEncodedHttpField("Permissions-Policy",
                    "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()"));

    private static final HttpField TLS_ONLY = new PreEncodedHttpField("Strict-Transport-Security", "max-age=31536000");

    public Headers(Handler inside) {
        super(inside);
    }

    /** Over TLS browsers are told never to come without it again. */
    static void add(Request request, Response response) {
        response.getHeaders().add(FIELDS);
        if (request.isSecure()) {
            response.getHeaders().add(TLS_ONLY);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        add(request, response);
        return super.handle(request, response, callback);
    }
}
