package org.romdoul.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.romdoul.access.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people of the agencies, by their numbers. */
@Repository
class StaffRows {

    /** A person who works in the record. */
    record Member(UUID account, String number, UUID agency, Role role) {}

    private static final String FIND = "SELECT id, number, scope, role FROM access.account WHERE id IN (:accounts)";
    private static final String BY_NUMBER = "SELECT id, number, scope, role FROM access.account WHERE number = :number";
    private static final String OF_AGENCY = """
            SELECT id, number, scope, role FROM access.account WHERE scope = :agency ORDER BY recorded_at, id""";

    private final JdbcClient sql;

    StaffRows(JdbcClient sql) {
        this.sql = sql;
    }

    Map<UUID, Member> of(Collection<UUID> accounts) {
        if (accounts.isEmpty()) return Map.of();
        return sql.sql(FIND).param("accounts", accounts).query(StaffRows::member).list().stream()
                .collect(Collectors.toMap(Member::account, Function.identity()));
    }

    String number(UUID account) {
        var known = of(List.of(account)).get(account);
        return known == null ? "" : known.number();
    }

    Optional<Member> find(String number) {
        return sql.sql(BY_NUMBER)
                .param("number", number)
                .query(StaffRows::member)
                .optional();
    }

    List<Member> leads(UUID agency) {
        return sql.sql(OF_AGENCY).param("agency", agency).query(StaffRows::member).list().stream()
                .filter(member -> member.role().leads())
                .toList();
    }

    private static Member member(ResultSet row, int n) throws SQLException {
        return new Member(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("scope", UUID.class),
                Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT).replace('-', '_')));
    }
}
