package org.ruhu.server.staff;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ruhu.server.door.Refusal;

/**
 * Who sends a request.
 *
 * @param team   the team whose units an enumerator walks; empty for office staff
 * @param grants those that hold now
 */
public record Login(String account, String name, Optional<String> team, List<Grant> grants) implements Principal {

    public Login {
        grants = List.copyOf(grants);
    }

    /** @throws Refusal {@code not-signed-in} */
    public static Login of(SecurityContext context) {
        if (context.getUserPrincipal() instanceof Login login) {
            return login;
        }
        throw new Refusal(Refusal.Kind.NOT_SIGNED_IN, "Sign in at POST /api/session");
    }

    @Override
    public String getName() {
        return account;
    }

    public boolean has(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    /** Where the login has any of these roles; may be empty. */
    public Reach reach(Role... roles) {
        Set<Role> wanted = EnumSet.copyOf(List.of(roles));
        return new Reach(grants.stream().filter(grant -> wanted.contains(grant.role())).toList());
    }

    /** As {@link #reach}, refusing a login that has none of these roles. */
    public Reach require(Role... roles) {
        Reach reach = reach(roles);
        if (reach.isEmpty()) {
            String names = List.of(roles).stream().map(Role::name).collect(Collectors.joining(" or "));
            throw Refusal.notAllowed("This needs the role " + names);
        }
        return reach;
    }
}
