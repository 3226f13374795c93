package org.ruhu.tools.xlsform;

import java.util.Locale;
import java.util.Map;

/**
 * The head of a column: {@code label::English (en)} is {@code label} in the language {@code English (en)}; other
 * spellings that XLSForm allows become the usual one.
 */
record Header(String name, String language, Place place, String written) {

    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("relevance", "relevant"), Map.entry("bind::relevant", "relevant"),
            Map.entry("bind::constraint", "constraint"), Map.entry("bind::required", "required"),
            Map.entry("bind::readonly", "read_only"), Map.entry("readonly", "read_only"),
            Map.entry("calculate", "calculation"), Map.entry("bind::calculate", "calculation"),
            Map.entry("count", "repeat_count"), Map.entry("jr::count", "repeat_count"),
            Map.entry("control::jr::count", "repeat_count"), Map.entry("repeatcount", "repeat_count"),
            Map.entry("constraining_message", "constraint_message"),
            Map.entry("bind::jr::constraintmsg", "constraint_message"),
            Map.entry("jr::constraintmsg", "constraint_message"),
            Map.entry("bind::jr::requiredmsg", "required_message"), Map.entry("jr::requiredmsg", "required_message"),
            Map.entry("requiredmsg", "required_message"), Map.entry("required_msg", "required_message"),
            Map.entry("caption", "label"), Map.entry("control::appearance", "appearance"),
            Map.entry("command", "type"), Map.entry("tag", "name"), Map.entry("value", "name"),
            Map.entry("listname", "list_name"), Map.entry("list", "list_name"),
            Map.entry("title", "form_title"), Map.entry("id_string", "form_id"),
            Map.entry("set_form_title", "form_title"),
            Map.entry("set_form_id", "form_id"), Map.entry("bind::type", "bind_type"),
            Map.entry("image", "media"), Map.entry("audio", "media"), Map.entry("video", "media"),
            Map.entry("big-image", "media"), Map.entry("noapperrorstring", "no_app_error"));

    static Header of(String written, Place place) {
        String text = written.strip().replaceAll("\\s*::\\s*", "::");
        int cut = text.indexOf("::");
        String whole = tidy(text);
        if (USUAL.containsKey(whole)) {
            return new Header(USUAL.get(whole), "", place, written);
        }
        if (cut < 0 && text.contains(":")) {
            return of(text.replaceFirst("\\s*:\\s*", "::").replace(":::", "::"), place);
        }
        if (cut < 0) {
            return new Header(whole, "", place, written);
        }
        String first = tidy(text.substring(0, cut));
        String rest = text.substring(cut + 2);
        if (first.equals("media")) {
            return new Header("media", rest, place, written);
        }
        if (first.equals("bind") || first.equals("control") || first.equals("body") || first.equals("instance")) {
            String jr = tidy(rest.replace("::", ":"));
            return switch (jr) {
                case "jr:constraintmsg" -> new Header("constraint_message", "", place, written);
                case "jr:requiredmsg" -> new Header("required_message", "", place, written);
                case "jr:count" -> new Header("repeat_count", "", place, written);
                default -> new Header(first + "::" + rest, "", place, written);
            };
        }
        return new Header(USUAL.getOrDefault(first, first), rest.strip(), place, written);
    }

    private static String tidy(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s]+", "_");
    }
}
