package org.ruhu.server.staff;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.ruhu.server.door.Rates;
import org.ruhu.server.door.Refusal;

/**
 * Finds out who is asking, by bearer token or cookie, and turns away who must sign in first or asks too often. A write
 * by cookie needs the header {@code X-Ruhu: 1}, which no form of another site can send.
 *
 * @param open whether the method answers without a login
 */
@Priority(Priorities.AUTHENTICATION)
record LoginFilter(Sessions sessions, Rates rates, boolean open) implements ContainerRequestFilter {

    static final String COOKIE = "ruhu";
    private static final String BEARER = "Bearer ";
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** Puts a filter before every resource method. */
    static DynamicFeature beforeEach(Sessions sessions, Rates rates) {
        return (resource, context) -> context.register(
                new LoginFilter(sessions, rates, resource.getResourceMethod().isAnnotationPresent(Open.class)));
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Optional<Login> login = token(request).flatMap(sessions::find).map(Sessions.Current::login);
        if (login.isEmpty() && !open) {
            throw new Refusal(Refusal.Kind.NOT_SIGNED_IN, "Sign in at POST /api/session");
        }
        login.ifPresent(known -> {
            rates.take(known.account());
            request.setSecurityContext(new Known(known, request.getSecurityContext()));
        });
    }

    private static Optional<String> token(ContainerRequestContext request) {
        Optional<String> bearer = bearer(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        if (bearer.isPresent()) {
            return bearer;
        }
        Optional<String> cookie = cookie(request::getCookies);
        if (cookie.isEmpty()) {
            return Optional.empty();
        }
        if (!READING.contains(request.getMethod()) && !"1".equals(request.getHeaderString("X-Ruhu"))) {
            throw new Refusal(Refusal.Kind.CROSS_SITE, "Send the header X-Ruhu: 1 with every change");
        }
        return cookie;
    }

    /** Jersey reads cookies when first asked for them, and does not name what it cannot read. */
    static Optional<String> cookie(Supplier<Map<String, Cookie>> cookies) {
        try {
            return Optional.ofNullable(cookies.get().get(COOKIE)).map(Cookie::getValue);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.UNREADABLE_REQUEST, "The cookies are not readable; send none");
        }
    }

    static Optional<String> bearer(String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(authorization.substring(BEARER.length()).strip()) : Optional.empty();
    }

    private record Known(Login login, SecurityContext before) implements SecurityContext {

        @Override
        public Principal getUserPrincipal() {
            return login;
        }

        @Override
        public boolean isUserInRole(String role) {
            return login.grants().stream().anyMatch(grant -> grant.role().name().equals(role));
        }

        @Override
        public boolean isSecure() {
            return before.isSecure();
        }

        @Override
        public String getAuthenticationScheme() {
            return "Bearer";
        }
    }
}
