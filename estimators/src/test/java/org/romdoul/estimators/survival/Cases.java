package org.romdoul.estimators.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.romdoul.estimators.Golden;
import tools.jackson.databind.JsonNode;

/** Spells as the golden file holds them. */
record Cases(List<Spell> all, Map<String, List<Spell>> byGroup) {

    static Cases of(JsonNode spells) {
        var all = new ArrayList<Spell>();
        var byGroup = new TreeMap<String, List<Spell>>();
        double[] times = Golden.numbers(spells.get("time"));
        for (int i = 0; i < times.length; i++) {
            String ending = spells.get("ending").get(i).stringValue();
            Spell spell = ending.isEmpty() ? Spell.open(times[i]) : Spell.ended(times[i], ending);
            all.add(spell);
            byGroup.computeIfAbsent(spells.get("group").get(i).stringValue(), g -> new ArrayList<>())
                    .add(spell);
        }
        return new Cases(all, byGroup);
    }

    List<Spell> group(String name) {
        return name.equals("all") ? all : byGroup.getOrDefault(name, List.of());
    }
}
