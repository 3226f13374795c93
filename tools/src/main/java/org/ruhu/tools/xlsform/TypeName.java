package org.ruhu.tools.xlsform;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code type} of a row, read: {@code select_one yes_no or_other} and its many other spellings. */
record TypeName(What what, String list, boolean orOther) {

    private static final Pattern CHOICE = Pattern.compile("(?:add )?(select[_ ]one[_ ]from[_ ]file|select[_ ]multiple"
            + "[_ ]from[_ ]file|select[_ ]one[_ ]external|select[_ ]one(?: from)?|select[_ ]1|select1"
            + "|select[_ ]multiple(?: from)?|select all that apply(?: from)?|rank)(?: prompt using)?\\s+(\\S.*?)"
            + "(\\s+(?:or[_ ]specify[_ ])?or[_ ]other|\\s+or specify other)?", Pattern.CASE_INSENSITIVE);

    private static final Map<String, What> NAMES = Map.ofEntries(
            Map.entry("text", What.TEXT), Map.entry("string", What.TEXT), Map.entry("integer", What.INTEGER),
            Map.entry("int", What.INTEGER), Map.entry("decimal", What.DECIMAL), Map.entry("range", What.RANGE),
            Map.entry("date", What.DATE), Map.entry("time", What.TIME), Map.entry("datetime", What.DATETIME),
            Map.entry("date time", What.DATETIME), Map.entry("note", What.NOTE), Map.entry("calculate", What.CALCULATE),
            Map.entry("hidden", What.HIDDEN), Map.entry("acknowledge", What.ACKNOWLEDGE),
            Map.entry("trigger", What.ACKNOWLEDGE), Map.entry("geopoint", What.GEOPOINT),
            Map.entry("gps", What.GEOPOINT), Map.entry("location", What.GEOPOINT),
            Map.entry("start geopoint", What.GEOPOINT), Map.entry("geotrace", What.GEOTRACE),
            Map.entry("geoshape", What.GEOSHAPE), Map.entry("barcode", What.BARCODE), Map.entry("image", What.IMAGE),
            Map.entry("photo", What.IMAGE), Map.entry("audio", What.AUDIO), Map.entry("video", What.VIDEO),
            Map.entry("file", What.FILE), Map.entry("start", What.START), Map.entry("start time", What.START),
            Map.entry("end", What.END), Map.entry("end time", What.END), Map.entry("today", What.TODAY),
            Map.entry("deviceid", What.METADATA), Map.entry("device id", What.METADATA),
            Map.entry("imei", What.METADATA), Map.entry("username", What.METADATA),
            Map.entry("phonenumber", What.METADATA), Map.entry("phone number", What.METADATA),
            Map.entry("email", What.METADATA), Map.entry("simserial", What.METADATA),
            Map.entry("sim serial", What.METADATA), Map.entry("sim id", What.METADATA),
            Map.entry("subscriberid", What.METADATA), Map.entry("subscriber id", What.METADATA),
            Map.entry("uri:deviceid", What.METADATA), Map.entry("uri:username", What.METADATA),
            Map.entry("uri:phonenumber", What.METADATA), Map.entry("uri:email", What.METADATA),
            Map.entry("audit", What.AUDIT), Map.entry("background audio", What.DROPPED),
            Map.entry("csv external", What.DROPPED), Map.entry("xml external", What.DROPPED));

    static Optional<TypeName> of(String written) {
        String type = written.strip().replaceAll("\\s+", " ");
        Matcher choice = CHOICE.matcher(type);
        if (choice.matches()) {
            String verb = choice.group(1).toLowerCase(Locale.ROOT).replace(' ', '_');
            What what = verb.equals("rank") ? What.RANK
                    : verb.startsWith("select_multiple") || verb.startsWith("select_all") ? What.MANY : What.ONE;
            return Optional.of(new TypeName(what, choice.group(2).strip(), choice.group(3) != null));
        }
        String name = type.toLowerCase(Locale.ROOT).replaceFirst("^(q|add) ", "").replaceFirst(" prompt$", "");
        What known = NAMES.get(name.replace('_', ' ').replace('-', ' '));
        return Optional.ofNullable(known).map(what -> new TypeName(what, "", false));
    }

    /** {@code begin} or {@code end} of a group or repeat; absent for what is neither. */
    static Optional<Fence> fence(String written) {
        Matcher fence = Fence.WRITTEN.matcher(written.strip());
        if (!fence.matches()) {
            return Optional.empty();
        }
        What what = fence.group(2).equalsIgnoreCase("group") ? What.GROUP : What.REPEAT;
        return Optional.of(new Fence(fence.group(1).equalsIgnoreCase("begin"), what));
    }

    record Fence(boolean begins, What what) {

        private static final Pattern WRITTEN = Pattern.compile(
                "(begin|end)[\\s_]+(group|repeat|lgroup|looped[\\s_]group)", Pattern.CASE_INSENSITIVE);
    }
}
