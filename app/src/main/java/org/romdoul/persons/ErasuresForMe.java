package org.romdoul.persons;

import java.util.List;
import org.romdoul.access.Actor;
import org.romdoul.cases.NewForMe;
import org.romdoul.vault.ErasureRequest;
import org.romdoul.vault.Erasures;
import org.springframework.stereotype.Component;

/** On Today of whoever could answer, oversight first of all: somebody asks that a person be erased. */
@Component
class ErasuresForMe implements NewForMe {

    private final Erasures erasures;

    ErasuresForMe(Erasures erasures) {
        this.erasures = erasures;
    }

    @Override
    public List<Item> of(Actor actor) {
        return erasures.of(actor).stream()
                .filter(request -> request.judge(actor, false) instanceof ErasureRequest.Accepted)
                .map(request -> new Item(
                        request.held() ? "erasure.waits.held" : "erasure.waits",
                        List.of(),
                        "/erasures/" + request.id(),
                        request.at()))
                .toList();
    }
}
