package org.ruhu.forms.outside;

/** Codes of areas. */
public final class Areas {

    private Areas() {}

    /**
     * The code without the noughts that stand for levels it has none of: a unit that is a county has the area
     * {@code 540302000000}, and what lies in it begins with {@code 540302}.
     */
    public static String ground(String area) {
        return area.replaceFirst("(000){1,2}$", "").replaceFirst("^(\\d{2}|\\d{4})(00)+$", "$1");
    }
}
