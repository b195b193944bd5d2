package org.romdoul.prosecution;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.romdoul.cases.About;
import org.romdoul.cases.OpenCase;
import org.romdoul.journal.Line;
import org.springframework.stereotype.Component;

/** Every step before a court is about one accused. */
@Component
class AboutAccused implements About {

    private final Prosecution prosecution;

    AboutAccused(Prosecution prosecution) {
        this.prosecution = prosecution;
    }

    @Override
    public Map<UUID, String> labels(OpenCase file, Collection<Line> lines) {
        var labels = new HashMap<UUID, String>();
        for (var history : prosecution.of(file)) {
            var label = history.accused().map(Defendant::label).orElseThrow();
            history.facts().forEach(fact -> labels.put(fact.id(), label));
        }
        return labels;
    }
}
