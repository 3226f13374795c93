package org.ruhu.tools.load;

/**
 * What the server said about one submission.
 *
 * @param status 0 if it said nothing
 * @param word   kind of problem, or empty
 * @param digest of the receipt, or empty
 */
record Answer(int status, String word, String digest) {

    static final Answer NONE = new Answer(0, "", "");

    boolean stored() {
        return status == 200 || status == 201;
    }

    /** Whether the same may be taken another time. */
    boolean worthAnotherTry() {
        return status == 0 || status >= 500 || status == 401 || status == 408 || status == 429
                || word.equals("revision-out-of-order");
    }

    String name() {
        return status == 0 ? "no answer" : word.isEmpty() ? Integer.toString(status) : status + " " + word;
    }
}
