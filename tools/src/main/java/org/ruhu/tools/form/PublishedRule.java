package org.ruhu.tools.form;

import java.util.Optional;

/** What is published never changes: answers were collected with it. */
final class PublishedRule implements Lint.Rule {

    @Override
    public void judge(Draft draft) {
        String digest = draft.version().orElseThrow().digest();
        Optional<String> published = draft.files().published();
        if (published.filter(String::isBlank).isPresent()) {
            draft.remark("not-published", "/$id", "forms/index.json holds no digest for it",
                    "when it is to be used, write there: " + digest);
        } else if (published.filter(known -> !known.equals(digest)).isPresent()) {
            draft.error("published-changed", "/$id", "this is not the " + draft.version().get().id()
                    + " that was published: its digest is now " + digest,
                    "give it a new version in $id and a folder of its own; of a form that was never used,"
                    + " write the new digest into forms/index.json");
        }
    }
}
