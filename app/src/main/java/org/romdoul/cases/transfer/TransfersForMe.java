package org.romdoul.cases.transfer;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.romdoul.access.Actor;
import org.romdoul.access.NeedToKnow;
import org.romdoul.cases.NewForMe;
import org.romdoul.input.Option;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** On Today: cases offered to a lead's agency, and what became of those that somebody offered. */
@Component
@Transactional(readOnly = true)
class TransfersForMe implements NewForMe {

    private static final Duration NEW = Duration.ofDays(14);

    private final Transfers transfers;
    private final NeedToKnow needToKnow;
    private final Clock clock;

    TransfersForMe(Transfers transfers, NeedToKnow needToKnow, Clock clock) {
        this.transfers = transfers;
        this.needToKnow = needToKnow;
        this.clock = clock;
    }

    @Override
    public List<Item> of(Actor actor) {
        var asked = transfers.asked(actor).stream().map(TransfersForMe::asked);
        var answered = transfers.answered(actor, clock.instant().minus(NEW)).stream()
                .flatMap(one -> Stream.ofNullable(one.answer()).map(answer -> answered(one, answer)));
        return Stream.concat(asked, answered).toList();
    }

    private static Item asked(Transfer one) {
        var code = one.code().toString();
        return new Item("transfer.news.asked", List.of(code), "/transfers/" + code, one.asked());
    }

    private Item answered(Transfer one, Transfer.Ended answer) {
        var code = one.code().toString();
        var key = Option.keyOf("transfer.news", answer.outcome());
        return new Item(
                key, List.of(code), needToKnow.mayRead(one.caseId()) ? "/c/" + code + "/transfer" : "", answer.at());
    }
}
