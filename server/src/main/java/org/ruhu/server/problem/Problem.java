package org.ruhu.server.problem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ruhu.server.door.Json;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Role;

/** A real shortfall at a household or village, from found to cancelled: where it came from and every step since. */
record Problem(ProblemId id, Origin origin, Facts facts, List<Move> moves) {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    Problem {
        moves = List.copyOf(moves);
    }

    String key() {
        return id.key(origin.area());
    }

    State state() {
        return moves.isEmpty() ? State.FOUND : moves.get(moves.size() - 1).step().to();
    }

    LocalDate foundOn() {
        return LocalDate.ofInstant(origin.openedAt(), ZONE);
    }

    /** The last day for mending it: as it was assigned, else as it was found, else by its severity. */
    LocalDate due() {
        return last(Step.ASSIGN).map(move -> LocalDate.parse(move.text("due"))).or(facts::due)
                .orElseGet(() -> facts.deadline(foundOn()));
    }

    boolean overdue(LocalDate today) {
        return !state().over() && due().isBefore(today);
    }

    /** Who must not judge it: who found it, who is responsible, who says it is mended. */
    boolean concerns(String account) {
        return origin.finder().equals(account)
                || last(Step.ASSIGN).filter(move -> move.text("person").equals(account)).isPresent()
                || last(Step.FIX).filter(move -> move.account().equals(account)).isPresent();
    }

    private Optional<Move> last(Step step) {
        return moves.stream().filter(move -> move.step() == step).reduce((before, later) -> later);
    }

    boolean readableBy(Login login) {
        return login.reach(Role.INSTRUCTOR, Role.COUNTY).covers(origin.campaign(), origin.area())
                || login.team().equals(Optional.of(origin.team()))
                && login.reach(Role.ENUMERATOR).covers(origin.campaign(), origin.area());
    }

    boolean mayTake(Step step, Login login) {
        return step.beginsAt(state()) && !(step.judges() && concerns(login.account()))
                && login.reach(step.roles()).covers(origin.campaign(), origin.area());
    }

    Problem with(Facts changed) {
        return new Problem(id, origin, changed, moves);
    }

    Problem with(List<Move> changed) {
        return new Problem(id, origin, facts, changed);
    }

    byte[] body() {
        ObjectNode body = Json.object().put("submission", id.submission().toString()).put("line", id.line());
        body.set("origin", origin.json());
        body.set("facts", facts.json());
        var steps = body.putArray("moves");
        moves.forEach(move -> steps.add(move.json()));
        return Json.bytes(body);
    }

    static Problem read(byte[] stored) {
        ObjectNode body = Json.own(stored);
        List<Move> moves = new ArrayList<>();
        body.get("moves").forEach(move -> moves.add(Move.read(move)));
        return new Problem(
                new ProblemId(UUID.fromString(body.get("submission").textValue()), body.get("line").intValue()),
                Origin.read((ObjectNode) body.get("origin")), Facts.read((ObjectNode) body.get("facts")), moves);
    }
}
