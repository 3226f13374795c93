package org.ruhu.server;

import java.util.Locale;
import java.util.Optional;
import org.ruhu.server.staff.Grant;
import org.ruhu.server.staff.Role;

/** Somebody who works for the census in tests. The name in small letters is the account. */
public enum Person {
    ZHAXI("扎西", Optional.of("team-1"), Grant.of(Role.ENUMERATOR, ServerKit.TOWNSHIP, ServerKit.CAMPAIGN)),
    DUOJI("多吉", Optional.of("team-2"), Grant.of(Role.ENUMERATOR, ServerKit.TOWNSHIP, ServerKit.CAMPAIGN)),
    ZHUOMA("卓玛", Optional.empty(), Grant.of(Role.INSTRUCTOR, ServerKit.TOWNSHIP, ServerKit.CAMPAIGN)),
    COUNTY("县办", Optional.empty(), Grant.of(Role.COUNTY, ServerKit.COUNTY, ServerKit.CAMPAIGN)),
    OTHER_COUNTY("邻县办", Optional.empty(), Grant.of(Role.COUNTY, ServerKit.OTHER_COUNTY, ServerKit.CAMPAIGN)),
    STATISTICIAN("统计员", Optional.empty(), Grant.of(Role.STATISTICIAN, "5403", ServerKit.CAMPAIGN)),
    AUDITOR("审计员", Optional.empty(), Grant.of(Role.AUDITOR, "", Grant.EVERY)),
    ADMINISTRATOR("管理员", Optional.empty(), Grant.of(Role.ADMINISTRATOR, "", Grant.EVERY));

    final String shown;
    final Optional<String> team;
    final Grant grant;

    Person(String shown, Optional<String> team, Grant grant) {
        this.shown = shown;
        this.team = team;
        this.grant = grant;
    }

    public String account() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
