package org.ruhu.tools.dataset;

/** What about an answer is not for everybody's eyes. */
public enum Secret {
    /** Nothing. */
    NONE,
    /** It singles out a person: a name, an id number, a telephone number. */
    IDENTIFIER,
    /** Degrees of latitude or longitude that a device measured: they lead to a door. */
    PLACE
}
