package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every question stands on exactly one page; a roster's page holds its rows, rosters within included. */
final class SectionRule implements Lint.Rule {

    @Override
    public void judge(Draft draft) {
        Map<String, List<String>> pages = new HashMap<>();
        Set<String> names = new HashSet<>();
        JsonNode sections = draft.files().schema().path("x-sections");
        for (int i = 0; i < sections.size(); i++) {
            JsonNode section = sections.get(i);
            String name = section.path("name").asText();
            if (!names.add(name)) {
                draft.error("section-twice", "/x-sections/" + i, "there is another section " + name, "rename one");
            }
            for (String path : questions(draft, section)) {
                pages.computeIfAbsent(path, p -> new ArrayList<>()).add(name);
                if (draft.question(path).isEmpty()) {
                    draft.error("section-of-nothing", "/x-sections/" + i, "section " + name + " names " + path
                            + ", and there is no such question", "correct the path or take it out");
                }
            }
        }
        for (Asked asked : draft.questions()) {
            List<String> on = pages.getOrDefault(asked.path(), List.of());
            if (on.isEmpty()) {
                draft.error("in-no-section", asked.path(), "no section shows this question",
                        "add its path to one of x-sections");
            } else if (on.size() > 1) {
                draft.error("in-two-sections", asked.path(), "it stands in sections " + String.join(", ", on),
                        "leave it in one of them");
            }
        }
    }

    private static List<String> questions(Draft draft, JsonNode section) {
        List<String> paths = new ArrayList<>();
        section.path("questions").forEach(path -> paths.add(path.asText()));
        if (section.has("roster")) {
            String roster = section.path("roster").asText();
            paths.add(roster);
            draft.questions().stream().map(Asked::path).filter(path -> path.startsWith(roster + "/*/"))
                    .forEach(paths::add);
        }
        return paths;
    }
}
