package org.ruhu.server.odata;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ruhu.server.door.Refusal;

/**
 * What a request asks of a set, besides its name.
 *
 * @param top    {@link Long#MAX_VALUE} where it says nothing
 * @param select empty for all properties
 * @param expand ways to rosters that come along, each with the properties it is to have; empty for all
 * @param page   most entities of one answer
 */
record Ask(Optional<Condition> filter, List<String> select, Map<String, List<String>> expand, long skip, long top, boolean count,
           Optional<Place> from, int page) {

    private static final int USUAL_PAGE = 1_000;
    private static final int LARGEST_PAGE = 2_000;
    private static final Set<String> KNOWN =
            Set.of("$filter", "$select", "$expand", "$orderby", "$top", "$skip", "$count", "$skiptoken", "$format");
    private static final Pattern WAY =
            Pattern.compile("(\\*|[A-Za-z_][A-Za-z0-9_]*)(?:\\(\\s*\\$select=([^;()]*)\\))?");
    private static final Pattern PREFERRED =
            Pattern.compile("(?i)(?:^|[,;]\\s*)(?:odata\\.)?maxpagesize\\s*=\\s*\"?([0-9]{1,9})");

    /** @param prefer the header {@code Prefer}; null if there is none */
    static Ask read(MultivaluedMap<String, String> query, EntitySet set, String prefer) {
        query.keySet().stream().filter(name -> name.startsWith("$") && !KNOWN.contains(name)).findFirst()
                .ifPresent(name -> {
                    throw Unsupported.of(name);
                });
        one(query, "$format").filter(format -> !format.startsWith("json") && !format.startsWith("application/json"))
                .ifPresent(format -> {
                    throw new Refusal(Refusal.Kind.NOT_ACCEPTABLE, "$format: only json is there");
                });
        one(query, "$orderby").ifPresent(order -> ordered(order, set));
        return new Ask(one(query, "$filter").map(text -> FilterReader.read(text, set.fields())),
                one(query, "$select").map(names -> selected(names, set)).orElse(List.of()),
                one(query, "$expand").map(ways -> expanded(ways, set)).orElse(Map.of()),
                one(query, "$skip").map(number -> number("$skip", number)).orElse(0L),
                one(query, "$top").map(number -> number("$top", number)).orElse(Long.MAX_VALUE),
                one(query, "$count").map(Ask::flag).orElse(false), one(query, "$skiptoken").map(Place::read),
                page(prefer));
    }

    private static Optional<String> one(MultivaluedMap<String, String> query, String name) {
        List<String> values = query.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new Refusal(Refusal.Kind.UNREADABLE_REQUEST, name + " is there twice");
        }
        return values.stream().findFirst();
    }

    /** Entities come in one order, that of the index they are read from; it is taken if somebody asks for it. */
    private static void ordered(String order, EntitySet set) {
        List<String> own = new ArrayList<>(List.of("campaign", "unit"));
        set.keys().forEach(key -> own.add(key.name()));
        List<String> asked = Arrays.stream(order.split(",")).map(item -> item.strip().replaceFirst("\\s+asc$", ""))
                .toList();
        List<String> names = set.keys().stream().map(Field::name).toList();
        if (!asked.equals(own.subList(0, Math.min(own.size(), asked.size()))) && !asked.equals(names)) {
            throw Unsupported.of("$orderby but by " + String.join(", ", own));
        }
    }

    private static List<String> selected(String names, EntitySet set) {
        List<String> wanted = Arrays.stream(names.split(",")).map(String::strip).toList();
        if (wanted.contains("*")) {
            return List.of();
        }
        wanted.stream().filter(name -> !set.fields().containsKey(name) && !set.rosters().containsKey(name))
                .findFirst().ifPresent(name -> {
                    throw new Refusal(Refusal.Kind.UNREADABLE_REQUEST, "$select: " + set.name()
                            + " has no such property");
                });
        List<String> properties = wanted.stream().filter(set.fields()::containsKey).toList();
        return properties.isEmpty() ? set.keys().stream().map(Field::name).toList() : properties;
    }

    private static Map<String, List<String>> expanded(String ways, EntitySet set) {
        Map<String, List<String>> wanted = new LinkedHashMap<>();
        for (String item : ways.split(",(?![^(]*\\))")) {
            Matcher way = WAY.matcher(item.strip());
            if (!way.matches()) {
                throw Unsupported.of("$expand with other options than $select, or further than one step,");
            }
            List<String> names = way.group(1).equals("*") ? List.copyOf(set.rosters().keySet())
                    : List.of(way.group(1));
            for (String name : names) {
                EntitySet inner = Optional.ofNullable(set.rosters().get(name)).orElseThrow(() -> new Refusal(
                        Refusal.Kind.UNREADABLE_REQUEST, "$expand: from " + set.name() + " lead "
                                + String.join(", ", set.rosters().keySet())));
                wanted.put(name, Optional.ofNullable(way.group(2)).map(select -> selected(select, inner))
                        .orElse(List.of()));
            }
        }
        return wanted;
    }

    private static long number(String name, String value) {
        if (!value.matches("[0-9]{1,18}")) {
            throw new Refusal(Refusal.Kind.UNREADABLE_REQUEST, name + ": give a number");
        }
        return Long.parseLong(value);
    }

    private static boolean flag(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new Refusal(Refusal.Kind.UNREADABLE_REQUEST, "$count: give true or false");
        }
        return value.equals("true");
    }

    private static int page(String prefer) {
        Matcher size = PREFERRED.matcher(prefer == null ? "" : prefer);
        return size.find() ? (int) Math.max(1, Math.min(LARGEST_PAGE, Long.parseLong(size.group(1)))) : USUAL_PAGE;
    }
}
