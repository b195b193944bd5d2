package org.romdoul.court;

import java.util.Optional;
import java.util.UUID;
import org.romdoul.cases.OpenCase;
import org.romdoul.law.Law;
import org.romdoul.persons.Persons;
import org.romdoul.prosecution.Answer;
import org.romdoul.prosecution.Corrections;
import org.romdoul.prosecution.CourtFact;
import org.romdoul.prosecution.Prosecution;
import org.romdoul.prosecution.Prosecution.NotRecorded;
import org.romdoul.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a form and records what it says: all of it, or nothing. */
@Component
class Filing {

    private final Prosecution prosecution;
    private final Corrections corrections;
    private final Persons persons;
    private final Vault vault;
    private final Law law;
    private final TransactionTemplate transaction;

    Filing(
            Prosecution prosecution,
            Corrections corrections,
            Persons persons,
            Vault vault,
            Law law,
            PlatformTransactionManager transactions) {
        this.prosecution = prosecution;
        this.corrections = corrections;
        this.persons = persons;
        this.vault = vault;
        this.law = law;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return whether it is recorded; where not, the form says why */
    boolean record(OpenCase file, UUID defendant, StepForm form, Typing typing) {
        return Boolean.TRUE.equals(transaction.execute(status -> recorded(file, defendant, form, typing)));
    }

    private boolean recorded(OpenCase file, UUID defendant, StepForm form, Typing typing) {
        var facts = reading(file, defendant, typing).of(form);
        if (facts.isEmpty()) return false;
        var refused = form.corrects() == null ? prosecution.together(file, facts) : corrected(file, facts.getFirst());
        refused.ifPresent(no -> reject(form, typing, no));
        return refused.isEmpty();
    }

    private Optional<NotRecorded> corrected(OpenCase file, CourtFact fact) {
        return corrections.correct(file, fact) instanceof Answer.Refused no
                ? Optional.of(new NotRecorded(fact, no))
                : Optional.empty();
    }

    private Reading reading(OpenCase file, UUID defendant, Typing typing) {
        return new Reading(
                typing,
                file,
                defendant,
                persons.in(file),
                law.today(),
                law.now().zone(),
                words -> vault.seal(file.id(), file.id(), words).toString());
    }

    /** Beside the field it concerns; where the form has none such, beside what was answered about the same fact. */
    private static void reject(StepForm form, Typing typing, NotRecorded refused) {
        var no = refused.why();
        for (var part : form.parts())
            if (part.fact().equals(refused.fact().id()))
                part.question(no.field())
                        .or(() -> part.prefix().isEmpty() ? Optional.empty() : typing.answered(part))
                        .ifPresentOrElse(
                                question -> typing.errors().rejectValue(question.name(), no.reason()),
                                () -> typing.errors().reject(no.reason()));
    }
}
