package org.romdoul.cases.closing;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.romdoul.access.Actor;
import org.romdoul.cases.NewForMe;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** On Today: closings that a lead is to read, and how those ended that somebody proposed. */
@Component
@Transactional(readOnly = true)
class ClosingsForMe implements NewForMe {

    private static final Duration NEW = Duration.ofDays(14);

    private final ClosingRows rows;
    private final Clock clock;

    ClosingsForMe(ClosingRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public List<Item> of(Actor actor) {
        var toRead = actor.role().leads() ? rows.toRead(actor.agency(), actor.account()) : List.<ClosingRows.News>of();
        var answered = rows.answered(actor.account(), clock.instant().minus(NEW));
        return Stream.concat(toRead.stream(), answered.stream())
                .map(ClosingsForMe::item)
                .toList();
    }

    private static Item item(ClosingRows.News news) {
        var accepted = news.accepted();
        var text = accepted == null
                ? "closing.news.asked"
                : !accepted
                        ? "closing.news.given-back"
                        : news.hers() ? "closing.news.closed" : "closing.news.closed-otherwise";
        return new Item(text, List.of(news.code().toString()), "/c/" + news.code() + "/closing", news.at());
    }
}
