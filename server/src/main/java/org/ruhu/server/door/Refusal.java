package org.ruhu.server.door;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the server will not take and the sender can mend, told as RFC 9457. The detail says what to do next and never
 * repeats an answer, a name or a password.
 */
public final class Refusal extends RuntimeException {

    /** Every kind of refusal there is; {@code /problems/<kind>} on the wire. */
    public enum Kind {
        UNREADABLE_JSON(400, "The body is not readable JSON"),
        UNREADABLE_REQUEST(400, "The request is not readable"),
        NOT_SIGNED_IN(401, "Nobody is signed in"),
        WRONG_CREDENTIALS(401, "Account or password is wrong"),
        NOT_ALLOWED(403, "The login may not do this"),
        CROSS_SITE(403, "The request may come from another site"),
        FOREIGN_AREA(403, "The area is not the login's"),
        OTHER_TEAM(403, "The unit is another team's"),
        DOMAIN_CROSSED(403, "Administration and statistics do not look at each other's interviews"),
        DOMAINS_MIXED(403, "One account cannot serve both administration and statistics"),
        NOT_FOUND(404, "There is nothing here"),
        METHOD_NOT_ALLOWED(405, "The method does not exist here"),
        NOT_ACCEPTABLE(406, "The answer does not exist in the form asked for"),
        TOO_SLOW(408, "The request did not arrive in time"),
        ACCOUNT_TAKEN(409, "The account name is taken"),
        BREAKING_CHANGE(409, "The versions of the form do not fit together"),
        CAMPAIGN_TAKEN(409, "The campaign exists and is different"),
        CHANGED_MEANWHILE(409, "Somebody changed it in the meantime"),
        REVISION_TAKEN(409, "The revision number holds other answers"),
        REVISION_OUT_OF_ORDER(409, "A revision before this one is missing"),
        STEP_OUT_OF_ORDER(409, "It does not stand where this step begins"),
        PAIR_DECIDED(409, "The pair does not stand where this begins"),
        TWO_ID_NUMBERS(409, "Two different valid id numbers stand against it"),
        BALLOT_USED(409, "The ballot has been used"),
        UNIT_MISMATCH(409, "The submission belongs to another unit"),
        NOT_READY(409, "It is still being made"),
        GONE(410, "It is not kept any more"),
        TOO_LARGE(413, "The body is too large"),
        UNSUPPORTED_MEDIA_TYPE(415, "The body has a type that is not taken here"),
        NO_SUCH_PART(416, "The file has no such part"),
        UNREADABLE_BODY(422, "The body does not have the shape expected here"),
        UNREADABLE_ANSWERS(422, "Answers do not fit the form version"),
        UNKNOWN_FORM(422, "There is no such form version"),
        UNKNOWN_CAMPAIGN(422, "There is no such campaign"),
        UNKNOWN_UNIT(422, "There is no such unit"),
        UNKNOWN_BALLOT(422, "There is no such ballot"),
        HASH_MISMATCH(422, "The bytes are not those the address names"),
        LOCKED_OUT(429, "Too many wrong passwords"),
        TOO_MANY_REQUESTS(429, "Too many requests"),
        BROKEN(500, "The server failed"),
        NOT_OFFERED(501, "This is not offered here"),
        BUSY(503, "The server is busy");

        private final int status;
        private final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        public int status() {
            return status;
        }

        public String title() {
            return title;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One place in the body and what is expected there; the pointer is a JSON pointer into the body. */
    public record Place(String pointer, String detail) {}

    private final Kind kind;
    private final List<Place> errors;
    private final Map<String, Object> members;

    public Refusal(Kind kind, String detail) {
        this(kind, detail, List.of());
    }

    public Refusal(Kind kind, String detail, List<Place> errors) {
        this(kind, detail, errors, Map.of());
    }

    private Refusal(Kind kind, String detail, List<Place> errors, Map<String, Object> members) {
        super(detail, null, false, false);
        this.kind = kind;
        this.errors = List.copyOf(errors);
        this.members = members;
    }

    /** The same refusal with one more member that a program can read, such as {@code next}. */
    public Refusal with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Refusal(kind, getMessage(), errors, more);
    }

    /** The same refusal, telling clients to wait; sent as {@code Retry-After} too. */
    public Refusal retryAfter(long seconds) {
        return with(RETRY_AFTER, Math.max(1, seconds));
    }

    static final String RETRY_AFTER = "retryAfter";

    public Kind kind() {
        return kind;
    }

    public int status() {
        return kind.status();
    }

    Map<String, Object> members() {
        return members;
    }

    /** The problem document, as an answer's body or inside a line of many answers. */
    public ObjectNode problem() {
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", "/problems/" + kind.code()).put("title", kind.title()).put("status", kind.status())
                .put("detail", getMessage());
        if (!errors.isEmpty()) {
            var places = problem.putArray("errors");
            errors.forEach(e -> places.addObject().put("pointer", "#" + e.pointer()).put("detail", e.detail()));
        }
        members.forEach((name, value) -> problem.set(name, Json.tree(value)));
        return problem;
    }

    public static Refusal notFound(String detail) {
        return new Refusal(Kind.NOT_FOUND, detail);
    }

    public static Refusal notAllowed(String detail) {
        return new Refusal(Kind.NOT_ALLOWED, detail);
    }

    public static Refusal foreignArea() {
        return new Refusal(Kind.FOREIGN_AREA, "Ask for an area your account is responsible for");
    }
}
