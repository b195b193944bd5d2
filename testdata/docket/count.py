"""Counts a docket apart from the import, with nothing but Python's own csv: what must be taken and what must be listed.

    python3 testdata/docket/count.py FOLDER        # prints one JSON object

The rules are those of docs/docket.md, written a second time, in another language and in another order: the import asks the
record's rules fact by fact, this script looks at a row as a whole. Where the two disagree, one of them is wrong.
"""
import csv, datetime, json, os, re, sys

TODAY = datetime.date.today()
SEXES = {'', 'Male', 'Female', 'Other', 'Unknown'}
BAILS = {'', 'Surety', 'Non-Surety', 'Personal Recognizance'}
KEY = re.compile(r'[A-Za-z0-9][A-Za-z0-9._-]{0,63}\Z')
DECIDED = ['statute_counts_np', 'statute_plea_dismissed', 'statute_plea_guilty', 'statute_trial_guilty', 'statute_trial_ng']
GIVEN = ['statute_fines', 'statute_months_sentenced', 'statute_months_probation']


def table(folder, name):
    """Head, and each row as (values, dict); a row of another length than the head has no dict."""
    with open(os.path.join(folder, name), encoding='utf-8-sig', newline='') as file:
        lines = [line for line in csv.reader(file) if line]
    head = [column.strip().lower() for column in lines[0]]
    return [(line, dict(zip(head, map(str.strip, line))) if len(line) == len(head) else None) for line in lines[1:]]


def number(text, most=999_999_999_999_999):
    """None where empty, -1 where it is no number."""
    if text == '':
        return None
    return int(text) if re.fullmatch(r'\d{1,15}', text) and int(text) <= most else -1


def day(text):
    if text == '':
        return None
    try:
        return datetime.date.fromisoformat(text) if re.fullmatch(r'(19|20)\d\d-\d\d-\d\d', text) else -1
    except ValueError:
        return -1


def items(text):
    """The values of a list, '' where there is none; None where it is no list."""
    if text in ('', 'None'):
        return []
    if not text.startswith('['):
        return [text] if not re.search(r'[\[\]\'",]', text) else None
    if not text.endswith(']'):
        return None
    inside, found = text[1:-1].strip(), []
    if inside and not re.fullmatch(r"('[^']*'|None)((\s*,\s*|\s+)('[^']*'|None))*", inside):
        return None
    for quoted, none in re.findall(r"'([^']*)'|(None)", inside):
        found.append('' if none else quoted.strip())
    return found


def statutes(row):
    """Each statute of a row as a dict of numbers; None where the columns do not fit each other."""
    sections = items(row['statute_sentence'])
    if sections is None or len(set(sections)) < len(sections):
        return None
    columns = {}
    for column in ['statute_counts'] + DECIDED + GIVEN:
        values = items(row[column])
        if values is None or values and len(values) != len(sections):
            return None
        columns[column] = [number(value) for value in values or [''] * len(sections)]
        if -1 in columns[column]:
            return None
    return [dict(section=section, **{column: columns[column][i] for column in columns}) for i, section in enumerate(sections)]


def readable_case(row):
    counts = [number(row['n_' + whom], 100_000) for whom in ('defendants', 'victims', 'minors', 'foreigners', 'females', 'males')]
    return (-1 not in counts and re.fullmatch(r'|Guam|[A-Z]{2}', row['state']) and re.fullmatch(r'|\d{1,2}|Multiple', row['federal_district'])
            and re.fullmatch(r'|(19|20)\d\d', row['year']))


def readable(row):
    whole = [number(row['arrest_age'], 120), number(row['bail_amount']), number(row['n_charges'], 9999), number(row['n_sentences'], 9999),
             number(row['total_months_sentenced'], 99_999), number(row['total_months_probation'], 99_999), number(row['restitution'])]
    return (-1 not in whole and day(row['arrest_date']) != -1 and day(row['charge_date']) != -1 and row['gender'] in SEXES
            and row['bail_type'] in BAILS and re.fullmatch(r'|(19|20)\d\d', row['year_terminated']) and statutes(row) is not None
            and KEY.match(row['case_id']))


def in_order(row):
    """Nothing in the future, no end before the charge."""
    charged, arrested, ended = day(row['charge_date']), day(row['arrest_date']), row['year_terminated']
    if charged and charged > TODAY or arrested and arrested > TODAY or ended and int(ended) > TODAY.year:
        return False
    return not (ended and charged and int(ended) < charged.year)


def consistent(one):
    """A statute whose figures do not contradict each other: counts to decide on, no more decided, nothing given to the innocent."""
    counts, decided = one['statute_counts'], sum(one[column] or 0 for column in DECIDED)
    guilty = (one['statute_plea_guilty'] or 0) + (one['statute_trial_guilty'] or 0)
    given = any((one[column] or 0) > 0 and not (column != 'statute_fines' and one[column] == 999) for column in GIVEN)
    return counts is not None and 1 <= counts <= 9999 and decided <= counts and (guilty > 0 or not given)


def count(folder):
    cases, people = table(folder, 'cases.csv'), table(folder, 'defendant_charges.csv')
    known, all_cases = set(), len(cases)
    for _, row in cases:
        if row and KEY.match(row['case_id']) and row['case_id'] not in known and readable_case(row):
            known.add(row['case_id'])
    seen, taken, left, entries, entries_taken, entries_left = set(), [], 0, 0, 0, []
    for _, row in people:
        if row is None or not KEY.match(row['row_id']) or row['row_id'] in seen:
            left += 1
            continue
        seen.add(row['row_id'])
        theirs = statutes(row) or [None] * len(items(row['statute_sentence']) or [])
        entries += len(theirs)
        if not (readable(row) and row['case_id'] in known and in_order(row)):
            left += 1
            entries_left += [(row['row_id'], '')] * len(theirs)
            continue
        taken.append(row)
        for one in theirs:
            if consistent(one):
                entries_taken += 1
            else:
                entries_left.append((row['row_id'], one['section']))
    charged = [row for row in taken if row['charge_date']]
    months = [number(row['total_months_sentenced']) or 0 for row in taken]
    return {
        'cases': {'all': all_cases, 'taken': len(known), 'listed': all_cases - len(known)},
        'defendants': {'all': len(people), 'taken': len(taken), 'listed': left},
        'statutes': {'all': entries, 'taken': entries_taken, 'listed': len(entries_left)},
        'statutes listed in rows taken': sorted(f'{row} {section}' for row, section in entries_left if section),
        'charged on a known day': len(charged),
        'of them without a known end': sum(1 for row in charged if not row['year_terminated']),
        'of them going on': sum(1 for row in charged if not row['year_terminated'] and row['n_sentences'] == '999'),
        'to prison for known months': sum(1 for m in months if m and m != 999),
        'months of prison': sum(m for m in months if m != 999),
        'restitution': sum(number(row['restitution']) or 0 for row in taken),
    }


if __name__ == '__main__':
    print(json.dumps(count(sys.argv[1]), indent=1))
