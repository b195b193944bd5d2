package org.romdoul.persons;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.romdoul.cases.About;
import org.romdoul.cases.OpenCase;
import org.romdoul.journal.Line;
import org.springframework.stereotype.Component;

/** Her registration, and what was said about her since. */
@Component
class AboutPeople implements About {

    private final Persons persons;

    AboutPeople(Persons persons) {
        this.persons = persons;
    }

    @Override
    public Map<UUID, String> labels(OpenCase file, Collection<Line> lines) {
        var people = persons.in(file).stream().collect(toMap(PersonInCase::id, PersonInCase::label));
        var labels = new HashMap<UUID, String>();
        for (var line : lines) {
            var label = people.get(line.subject() == null ? line.fact() : line.subject());
            if (label != null) labels.put(line.fact(), label);
        }
        return labels;
    }
}
