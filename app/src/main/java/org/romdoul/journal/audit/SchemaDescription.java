package org.romdoul.journal.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything in a database that decides who may read or write what: one line each, the same on PostgreSQL 15 to 18. Two
 * databases that the same migrations made have the same lines.
 *
 * @param major PostgreSQL's major version; views are spelled differently by different ones
 */
record SchemaDescription(int major, Set<Line> lines, List<FactTable> facts) {

    /** @param object schema and name, or the role */
    record Line(String object, String says) implements Comparable<Line> {
        @Override
        public int compareTo(Line other) {
            var byObject = object.compareTo(other.object);
            return byObject != 0 ? byObject : says.compareTo(other.says);
        }
    }

    /** How a view's line begins: its text is PostgreSQL's spelling of it, which changed with 16. */
    static final String VIEW = "view: ";

    // What an extension brought belongs to the extension.
    private static final String OURS = """

            n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '%s'::regclass AND e.objid = %s AND e.deptype = 'e')""";

    /** Who else than the owner may do what; null privileges are PostgreSQL's defaults. */
    private static final String GRANTS = """

            coalesce((SELECT string_agg(g.one, ', ' ORDER BY g.one) FROM (
                SELECT coalesce(r.rolname, 'public') || ' may ' || string_agg(
                           a.privilege_type || CASE WHEN a.is_grantable THEN '*' ELSE '' END, '+' ORDER BY a.privilege_type) AS one
                  FROM aclexplode(coalesce(%1$s, acldefault('%2$s', %3$s))) a LEFT JOIN pg_roles r ON r.oid = a.grantee
                 WHERE a.grantee <> %3$s GROUP BY r.rolname) g), 'none')""";

    private static final String DATABASE = """
            SELECT 'database', 'database: ' || split_part(g.one, '=', 1) || ' may ' || split_part(g.one, '=', 2)
              FROM pg_database d, LATERAL (
                SELECT coalesce(r.rolname, 'public') || '=' || string_agg(a.privilege_type, '+' ORDER BY a.privilege_type) AS one
                  FROM aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a LEFT JOIN pg_roles r ON r.oid = a.grantee
                 WHERE a.grantee <> d.datdba AND (a.grantee = 0 OR r.rolname LIKE 'romdoul\\_%') GROUP BY r.rolname) g
             WHERE d.datname = current_database()""";

    private static final String SCHEMAS = """
            SELECT n.nspname, 'schema: owner ' || pg_get_userbyid(n.nspowner) || '; grants ' || """
            + GRANTS.formatted("n.nspacl", "n", "n.nspowner")
            + " FROM pg_namespace n WHERE " + OURS.formatted("pg_namespace", "n.oid");

    private static final String RELATIONS = """
            SELECT n.nspname || '.' || c.relname,
                   'relation: kind ' || c.relkind::text || ', owner ' || pg_get_userbyid(c.relowner)
                   || ', row security ' || c.relrowsecurity || ', forced ' || c.relforcerowsecurity || ', ' || c.relpersistence::text
                   || CASE WHEN c.relkind = 'v' THEN ', ' || coalesce(array_to_string(c.reloptions, ','), '') ELSE '' END
                   || coalesce((SELECT ', inherits ' || string_agg(i.inhparent::regclass::text, ',') FROM pg_inherits i
                                 WHERE i.inhrelid = c.oid), '')
                   || '; grants ' || CASE c.relkind WHEN 'S' THEN """
            + GRANTS.formatted("c.relacl", "s", "c.relowner") + " ELSE "
            + GRANTS.formatted("c.relacl", "r", "c.relowner")
            + """
             END
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND """
            + OURS.formatted("pg_class", "c.oid");

    private static final String COLUMNS = """
            SELECT n.nspname || '.' || c.relname,
                   'column ' || a.attname || ': ' || format_type(a.atttypid, a.atttypmod)
                   || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
                   || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
                   || CASE WHEN a.attidentity <> '' THEN ' identity ' || a.attidentity::text ELSE '' END
                   || CASE WHEN a.attgenerated <> '' THEN ' generated ' || a.attgenerated::text ELSE '' END
                   || coalesce('; grants ' || array_to_string(a.attacl, ', '), '')
              FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
             WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND """ + OURS.formatted("pg_class", "c.oid");

    // PostgreSQL 18 lists NOT NULL here too; the columns say it already.
    private static final String CONSTRAINTS = """
            SELECT n.nspname || '.' || coalesce(c.relname, t.typname),
                   'constraint ' || k.conname || ': ' || pg_get_constraintdef(k.oid)
                   || CASE WHEN k.convalidated THEN '' ELSE ' not validated' END
              FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
              LEFT JOIN pg_class c ON c.oid = k.conrelid LEFT JOIN pg_type t ON t.oid = k.contypid
             WHERE k.contype NOT IN ('n', 't') AND """ + OURS.formatted("pg_constraint", "k.oid");

    // An index for speed is anybody's to add; a unique one is a rule.
    private static final String UNIQUE_INDEXES = """
            SELECT n.nspname || '.' || c.relname,
                   'unique: ' || pg_get_indexdef(i.indexrelid) || CASE WHEN i.indisvalid THEN '' ELSE ' invalid' END
              FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE i.indisunique AND """ + OURS.formatted("pg_class", "c.oid");

    // The triggers of foreign keys bear numbers: they are named by what they call, and can be switched off like any
    // other.
    private static final String TRIGGERS = """
            SELECT n.nspname || '.' || c.relname,
                   CASE WHEN t.tgisinternal
                        THEN 'foreign key trigger: ' || coalesce(k.conname, '') || ' ' || t.tgfoid::regproc
                        ELSE 'trigger ' || t.tgname || ': ' || pg_get_triggerdef(t.oid) END
                   || ', enabled ' || t.tgenabled::text
              FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_constraint k ON k.oid = t.tgconstraint
             WHERE """ + OURS.formatted("pg_class", "c.oid");

    private static final String RULES = """
            SELECT n.nspname || '.' || c.relname,
                   CASE WHEN r.rulename = '_RETURN' AND c.relkind IN ('v', 'm') THEN 'view: ' || pg_get_viewdef(c.oid)
                        ELSE 'rule: ' || pg_get_ruledef(r.oid) END || ', enabled ' || r.ev_enabled::text
              FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE """ + OURS.formatted("pg_class", "c.oid");

    private static final String POLICIES = """
            SELECT n.nspname || '.' || c.relname,
                   'policy ' || p.polname || ': ' || p.polcmd::text || CASE WHEN p.polpermissive THEN '' ELSE ' restrictive' END || ' to '
                   || (SELECT string_agg(coalesce(r.rolname, 'public'), ',' ORDER BY r.rolname)
                         FROM unnest(p.polroles) o LEFT JOIN pg_roles r ON r.oid = o)
                   || coalesce(' using ' || pg_get_expr(p.polqual, p.polrelid), '')
                   || coalesce(' check ' || pg_get_expr(p.polwithcheck, p.polrelid), '')
              FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE """ + OURS.formatted("pg_class", "c.oid");

    // A function put among PostgreSQL's own would be found before any of ours: those are listed too.
    private static final String FUNCTIONS =
            """
            SELECT n.nspname || '.' || p.proname,
                   'function (' || pg_get_function_identity_arguments(p.oid) || '): '
                   || coalesce(pg_get_function_result(p.oid), 'procedure') || ' ' || l.lanname || ' ' || p.prokind::text || p.provolatile::text
                   || p.proparallel::text || ', definer ' || p.prosecdef || ', strict ' || p.proisstrict || ', leakproof ' || p.proleakproof
                   || ', owner ' || pg_get_userbyid(p.proowner) || ', set ' || coalesce(array_to_string(p.proconfig, ';'), '')
                   || ', body ' || encode(sha256(convert_to(coalesce(p.prosrc, '') || coalesce(pg_get_function_sqlbody(p.oid), ''),
                                                            'UTF8')), 'hex')
                   || '; grants ' || """ + GRANTS.formatted("p.proacl", "f", "p.proowner") + """

              FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
             WHERE (n.nspname = 'pg_catalog' AND p.oid >= 16384) OR (""" + OURS.formatted("pg_proc", "p.oid") + ")";

    private static final String TYPES = """
            SELECT n.nspname || '.' || t.typname,
                   'type ' || t.typtype::text || ': ' || coalesce(format_type(nullif(t.typbasetype, 0), t.typtypmod), '')
                   || CASE WHEN t.typnotnull THEN ' not null' ELSE '' END || coalesce(' default ' || t.typdefault, '')
                   || ', owner ' || pg_get_userbyid(t.typowner)
              FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
             WHERE t.typtype IN ('d', 'e', 'r') AND """ + OURS.formatted("pg_type", "t.oid");

    private static final String ROLES = """
            SELECT r.rolname, 'role: superuser ' || r.rolsuper || ', past row security ' || r.rolbypassrls || ', makes roles '
                   || r.rolcreaterole || ', makes databases ' || r.rolcreatedb || ', replicates ' || r.rolreplication
                   || ', member of ' || coalesce((SELECT string_agg(g.rolname, ',' ORDER BY g.rolname)
                        FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid WHERE m.member = r.oid), 'none')
              FROM pg_roles r WHERE r.rolname LIKE 'romdoul\\_%'""";

    // Settings that change what the program's statements mean. The others are the administrator's.
    private static final String SETTINGS = """
            SELECT coalesce(r.rolname, 'database'), 'setting: ' || c.line
              FROM pg_db_role_setting s LEFT JOIN pg_roles r ON r.oid = s.setrole, unnest(s.setconfig) AS c (line)
             WHERE (s.setdatabase = 0 OR s.setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database()))
               AND (s.setrole = 0 OR r.rolname LIKE 'romdoul\\_%')
               AND split_part(c.line, '=', 1) ~* '^(session_replication_role|row_security|search_path|role|romdoul\\..*|.*preload_libraries|timezone|check_function_bodies)$'""";

    private static final String DEFAULT_GRANTS = """
            SELECT pg_get_userbyid(d.defaclrole), 'by default: ' || d.defaclobjtype::text || ' '
                   || coalesce((SELECT n.nspname FROM pg_namespace n WHERE n.oid = d.defaclnamespace), '') || ' '
                   || array_to_string(d.defaclacl, ', ')
              FROM pg_default_acl d""";

    private static final String MIGRATIONS = """
            SELECT 'migrations', 'migration: ' || coalesce(version, '-') || ' ' || script || ' ' || coalesce(checksum, 0) || ' ' || success
              FROM migrations.flyway_schema_history""";

    private static final String ALL = String.join(
            "\nUNION ALL\n",
            DATABASE,
            SCHEMAS,
            RELATIONS,
            COLUMNS,
            CONSTRAINTS,
            UNIQUE_INDEXES,
            TRIGGERS,
            RULES,
            POLICIES,
            FUNCTIONS,
            TYPES,
            ROLES,
            SETTINGS,
            DEFAULT_GRANTS,
            MIGRATIONS);

    private static final String OF_TYPE = """
            ARRAY(SELECT a.attname::text FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid
                          JOIN pg_namespace yn ON yn.oid = y.typnamespace
                          WHERE a.attrelid = c.oid AND NOT a.attisdropped AND yn.nspname = '%s' AND y.typname = 'ref'
                          ORDER BY a.attnum)""";

    private static final String FACT_TABLES = """
            SELECT n.nspname || '.' || c.relname, convert_from(substr(t.tgargs, 1, length(t.tgargs) - 1), 'UTF8'),
                   EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'subject' AND NOT a.attisdropped),
                   %s, %s
              FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE t.tgname = 'seal' AND t.tgfoid = 'ledger.hand_over'::regproc
             ORDER BY 1""".formatted(OF_TYPE.formatted("vault"), OF_TYPE.formatted("blobs"));

    /** @param sql with nothing but {@code pg_catalog} on its search path, so that every name is spelled in full */
    static SchemaDescription of(Connection sql) throws SQLException {
        return new SchemaDescription(sql.getMetaData().getDatabaseMajorVersion(), lines(sql), facts(sql));
    }

    static Set<Line> lines(Connection sql) throws SQLException {
        var lines = new TreeSet<Line>();
        try (var all = Cursor.open(sql, ALL)) {
            while (all.next())
                lines.add(new Line(all.row().getString(1), all.row().getString(2)));
        }
        return lines;
    }

    private static List<FactTable> facts(Connection sql) throws SQLException {
        var tables = new ArrayList<FactTable>();
        try (var all = Cursor.open(sql, FACT_TABLES)) {
            while (all.next()) {
                var row = all.row();
                tables.add(new FactTable(
                        row.getString(1),
                        row.getString(2),
                        row.getBoolean(3),
                        List.of((String[]) row.getArray(4).getArray()),
                        List.of((String[]) row.getArray(5).getArray())));
            }
        }
        return tables;
    }
}
