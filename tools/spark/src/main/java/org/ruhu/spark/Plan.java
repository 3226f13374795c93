package org.ruhu.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.Settings.Others;
import org.ruhu.tools.link.settings.SettingsReader;
import org.ruhu.tools.link.settings.SettingsWriter;

/** What every machine has to know: the settings, as the text they travel as, and which columns go where. */
final class Plan implements Serializable {

    private static final long serialVersionUID = 1;

    private final String text;
    private final ArrayList<String> more;
    private transient Settings settings;

    /** @param more columns wanted beside those the settings look at */
    Plan(Settings settings, List<String> more) {
        text = SettingsWriter.write(settings).toString();
        this.more = new ArrayList<>(more);
    }

    synchronized Settings settings() {
        if (settings == null) {
            settings = SettingsReader.read(SettingsReader.json(text));
        }
        return settings;
    }

    List<String> more() {
        return more;
    }

    int rules() {
        return settings().blocking().size();
    }

    boolean several(int rule) {
        return settings().blocking().get(rule).several();
    }

    /** Columns that are compared, which go with a record wherever it is compared. */
    List<String> compared() {
        Set<String> compared = new LinkedHashSet<>();
        settings().comparisons().forEach(comparison -> compared.addAll(columns(comparison)));
        return List.copyOf(compared);
    }

    /** Columns that are wanted where everything comes together: few, as one machine holds them. */
    List<String> gathered() {
        Set<String> gathered = new LinkedHashSet<>(more);
        settings().comparisons().forEach(comparison -> comparison.levels().forEach(level ->
                level.frequency().ifPresent(gathered::add)));
        settings().vetoes().forEach(veto -> gathered.add(veto.column()));
        settings().household().ifPresent(lived -> {
            gathered.add(lived.column());
            lived.comparisons().forEach(comparison -> gathered.addAll(columns(comparison)));
        });
        return List.copyOf(gathered);
    }

    /** Columns that tell of other records of a household, which lie wherever they lie. */
    Map<String, Others> others() {
        Map<String, Others> others = new LinkedHashMap<>();
        wanted().forEach(name -> settings().derived(name).others().ifPresent(those -> others.put(name, those)));
        return others;
    }

    /** All the others. */
    List<String> alone() {
        return wanted().stream().filter(name -> settings().derived(name).others().isEmpty()).toList();
    }

    private Set<String> wanted() {
        Set<String> wanted = new LinkedHashSet<>(settings().used());
        wanted.addAll(more);
        return wanted;
    }

    /** What is compared and what is gathered. */
    List<String> kept() {
        Set<String> kept = new LinkedHashSet<>(compared());
        kept.addAll(gathered());
        return List.copyOf(kept);
    }

    private static Set<String> columns(Comparison comparison) {
        Set<String> columns = new LinkedHashSet<>(comparison.missing().columns());
        comparison.levels().forEach(level -> {
            columns.addAll(level.when().columns());
            level.frequency().ifPresent(columns::add);
        });
        return columns;
    }
}
