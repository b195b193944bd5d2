package org.romdoul.court;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.romdoul.input.Option;
import org.romdoul.prosecution.FactKind;
import org.romdoul.prosecution.Verdict;

/** What a court found on a charge: chosen once where it has one count, counted where it has several. */
final class Finding {

    static final String NAME = "finding";

    private Finding() {}

    static Question question(FactKind<Verdict> kind, String prefix) {
        var options = new ArrayList<Option>();
        counted(kind)
                .map(RecordComponent::getName)
                .forEach(name -> options.add(Option.key(name, "court.finding." + Saying.kebab(name))));
        options.add(Option.key(Question.NONE, "court.finding.none"));
        return new Question(
                prefix + NAME, Question.label(kind, NAME), null, Question.Shape.CHOICE, List.copyOf(options));
    }

    static List<Question> counts(FactKind<Verdict> kind, String prefix) {
        return counted(kind)
                .map(part -> Question.of(kind, part, prefix, List.of()))
                .toList();
    }

    static boolean isCounted(RecordComponent part) {
        return part.getDeclaringRecord() == Verdict.class && part.getType() == Integer.class;
    }

    private static Stream<RecordComponent> counted(FactKind<Verdict> kind) {
        return kind.parts().stream().filter(Finding::isCounted);
    }
}
