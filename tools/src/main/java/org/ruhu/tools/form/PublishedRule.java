package org.ruhu.tools.form;

/** What is published never changes: answers were collected with it. */
final class PublishedRule implements Lint.Rule {

    @Override
    public void judge(Draft draft) {
        String digest = draft.version().orElseThrow().digest();
        draft.files().published().filter(published -> !published.equals(digest)).ifPresent(published ->
                draft.error("published-changed", "/$id", "this is not the " + draft.version().get().id()
                        + " that was published (digest " + published.substring(0, 12) + ", now "
                        + digest.substring(0, 12) + ")",
                        "give it a new version in $id and a folder of its own; of a form that was never used,"
                        + " write digest " + digest + " into forms/index.json"));
    }
}
