package org.romdoul.cases;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.romdoul.access.Accounts;
import org.romdoul.access.Actor;
import org.romdoul.vault.Openings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists cases, the newest first, a page at a time, and finds them by a name. */
@Component
@Transactional
public class CaseLists {

    private final DeskRows desk;
    private final Accounts accounts;
    private final ObjectProvider<NameSearch> names;
    private final Openings openings;
    private final Clock clock;

    CaseLists(DeskRows desk, Accounts accounts, ObjectProvider<NameSearch> names, Openings openings, Clock clock) {
        this.desk = desk;
        this.accounts = accounts;
        this.names = names;
        this.openings = openings;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public CaseList of(Actor reader, CaseList.Filter filter) {
        var rows = desk.page(reader, filter, clock.instant(), CaseList.PAGE + 1);
        var shown = rows.subList(0, Math.min(rows.size(), CaseList.PAGE));
        return new CaseList(lines(shown), rows.size() > CaseList.PAGE ? place(shown.getLast()) : null);
    }

    private static CaseList.Place place(Desk last) {
        return new CaseList.Place(last.id(), last.nextDue());
    }

    /**
     * Finds people by a name. To be shown that somebody is called so is a reading of her name: it is recorded beside her case before
     * the page is made, and those who hold the case see it.
     *
     * @return people of cases the reader may open: the case and their label, exact ones first
     */
    public CaseList.Names named(Actor reader, String name) {
        var hits = names.stream()
                .flatMap(search -> search.called(name, CaseList.PAGE + 1).stream())
                .toList();
        var lines = lines(desk.of(
                        hits.stream().map(NameSearch.Hit::scope).distinct().toList()))
                .stream()
                .collect(toMap(line -> line.desk().id(), identity()));
        var shown = hits.stream()
                .filter(hit -> lines.containsKey(hit.scope()))
                .limit(CaseList.PAGE)
                .toList();
        openings.search(
                shown.stream()
                        .map(hit -> new Openings.Found(hit.scope(), hit.subject()))
                        .toList(),
                reader);
        var found = shown.stream()
                .map(hit -> new CaseList.Found(requireNonNull(lines.get(hit.scope())), hit.label(), hit.exact()))
                .toList();
        return new CaseList.Names(found, hits.size() > CaseList.PAGE);
    }

    /** @return the case as it lies on the desk now */
    @Transactional(readOnly = true)
    public Desk of(OpenCase file) {
        return desk.of(file);
    }

    /** @return these cases, the newest first, as far as the reader of the transaction may see them */
    @Transactional(readOnly = true)
    public List<Desk> these(Collection<UUID> cases) {
        return desk.of(cases);
    }

    private List<CaseList.Line> lines(List<Desk> rows) {
        var owners = accounts.byIds(rows.stream().map(Desk::owner).distinct().toList());
        var now = clock.instant();
        return rows.stream()
                .map(row -> {
                    var owner = owners.get(row.owner());
                    return new CaseList.Line(row, owner == null ? "" : owner.number(), row.urgency(now));
                })
                .toList();
    }
}
