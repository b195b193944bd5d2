package org.romdoul.persons;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Objects;
import org.romdoul.cases.NameSearch;
import org.romdoul.vault.SearchTokens;
import org.springframework.stereotype.Component;

/** Says in which cases somebody is called so, and under which label: never the name itself. */
@Component
class PeopleByName implements NameSearch {

    private final SearchTokens tokens;
    private final PersonRows rows;

    PeopleByName(SearchTokens tokens, PersonRows rows) {
        this.tokens = tokens;
        this.rows = rows;
    }

    @Override
    public List<Hit> called(String name, int most) {
        var found = tokens.find(name, most);
        var people = rows.of(found.stream().map(SearchTokens.Found::subject).toList()).stream()
                .collect(toMap(PersonInCase::id, identity()));
        return found.stream()
                .filter(one -> people.containsKey(one.subject()))
                .map(one -> new Hit(
                        one.scope(),
                        one.subject(),
                        Objects.requireNonNull(people.get(one.subject())).label(),
                        one.exact()))
                .toList();
    }
}
