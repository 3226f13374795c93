package org.ruhu.tools.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ruhu.forms.Check;
import org.ruhu.forms.FormVersion;

/** Checks that came, went, or judge otherwise. */
record CheckDiff(FormVersion before, FormVersion after) {

    List<Change> changes() {
        Map<String, Check> was = byCode(before);
        Map<String, Check> is = byCode(after);
        List<Change> changes = new ArrayList<>();
        was.forEach((code, old) -> {
            Check now = is.get(code);
            if (now == null) {
                changes.add(Change.of("check-removed", code, after(old, "no longer judged"))
                        .drafts("one expectation less").answers("its findings stay"));
            } else {
                changed(old, now, changes);
            }
        });
        is.forEach((code, now) -> {
            if (!was.containsKey(code)) {
                changes.add(Change.of("check-added", code, severity(now) + ": " + after.checkMessage(code, "en"))
                        .drafts("may show a finding more").answers("not judged by it"));
            }
        });
        return changes;
    }

    private String after(Check old, String says) {
        return says + ": " + before.checkMessage(old.code(), "en");
    }

    private static void changed(Check old, Check now, List<Change> changes) {
        if (old.severity() != now.severity()) {
            changes.add(Change.of("check-severity-changed", old.code(), "from " + severity(old) + " to "
                    + severity(now)).drafts("may be held back, or no longer").answers("findings keep their severity"));
        }
        if (!old.rule().equals(now.rule()) || !old.each().equals(now.each())) {
            changes.add(Change.of("check-changed", old.code(), "from `" + old.rule() + "` to `" + now.rule() + "`")
                    .drafts("judged anew").answers("findings stay as the old rule found them"));
        }
    }

    private static String severity(Check check) {
        return check.severity().name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Check> byCode(FormVersion form) {
        Map<String, Check> checks = new LinkedHashMap<>();
        form.checks().forEach(check -> checks.put(check.code(), check));
        return checks;
    }
}
