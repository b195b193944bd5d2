#!/usr/bin/env bash
# A second opinion on a court bundle, from bash, openssl, unzip and coreutils alone; it shares no line with verifier.jar.
#
#   second.sh BUNDLE POLICY       BUNDLE is a zip or the folder it was unpacked to; POLICY comes from the court's own channel
#
# It judges manifests, the log's signature, the quorum of witnesses, and the proof of every leaf, one line each. It does not judge
# the zip itself, the chain of the case, openings and files: verifier.jar does. Ends with 0 where all four are ok, with 1 where one
# is not, with 2 where it cannot read what it was given. Slow on purpose: every hash is a process of its own.
set -uo pipefail
shopt -s nullglob globstar dotglob
export LC_ALL=C

[ $# -eq 2 ] || { printf 'second.sh BUNDLE POLICY\n' >&2; exit 2; }
bundle=$(readlink -f -- "$1") || exit 2
policy=$(readlink -f -- "$2") || exit 2
[ -f "$policy" ] || { printf 'there is no policy file\n' >&2; exit 2; }
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT

verdict=0
say() { # check, word, remark
    printf '%-11s %-8s %s\n' "$1" "$2" "${3:-}"
    [ "$2" = ok ] || verdict=1
}

hex() { od -An -v -tx1 | tr -d ' \n'; }
unhex() { # hexadecimal digits to bytes
    local text=$1 escaped=''
    while [ -n "$text" ]; do escaped+="\\x${text:0:2}"; text=${text:2}; done
    printf '%b' "$escaped"
}
sha256() { local line; line=$(sha256sum) && printf '%s' "${line%% *}"; }

# --- the files

whole=yes
if [ -d "$bundle" ]; then
    base=$bundle
else
    unzip -qq -o "$bundle" -d "$work/unpacked" </dev/null >/dev/null 2>&1 || whole=no
    folders=("$work"/unpacked/*/)
    [ ${#folders[@]} -eq 1 ] || { printf 'no single folder in the zip\n' >&2; exit 2; }
    base=${folders[0]%/}
fi
cd "$base" || exit 2

# --- manifests

names() { # of the files a manifest must list, sorted
    local path
    for path in ./**; do
        [ -f "$path" ] || continue
        path=${path#./}
        case $1:$path in
            data:data/* | tags:bagit.txt | tags:manifest-*) printf '%s\n' "$path" ;;
            data:* | tags:data/* | tags:tagmanifest-*) ;;
            *) printf '%s\n' "$path" ;;
        esac
    done | sort
}

manifest() { # file, program, what it lists, where the name begins in a line
    [ -f "$1" ] || { whole=no; return; }
    [ "$(cut -c "$4-" "$1")" = "$(names "$3")" ] || whole=no
    "$2" --check --strict --status "$1" 2>/dev/null || whole=no
}

[ -f bagit.txt ] && [ "$(sha256 <bagit.txt)" = "$(printf 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' | sha256)" ] || whole=no
manifest manifest-sha256.txt sha256sum data 67
manifest manifest-sha512.txt sha512sum data 131
manifest tagmanifest-sha256.txt sha256sum tags 67
manifest tagmanifest-sha512.txt sha512sum tags 131
if [ "$whole" = yes ]; then say manifests ok; else say manifests bad; fi

# --- the policy: keys become PEM files, named by their place

declare -A key_name=() key_id=() witness_key=() group_need=() group_members=()
logs=() witnesses=() groups=() quorum=''

key() { # vkey, place: fills key_name and key_id and writes the PEM file
    local name=${1%%+*} rest=${1#*+} id bytes
    id=${rest%%+*}
    bytes=$(printf '%s' "${rest#*+}" | base64 -d 2>/dev/null | hex)
    [ ${#bytes} -eq 66 ] || return 1
    [ "$({ printf '%s\n' "$name"; unhex "$bytes"; } | sha256 | cut -c 1-8)" = "$id" ] || return 1
    key_name[$2]=$name key_id[$2]=$id
    { printf -- '-----BEGIN PUBLIC KEY-----\n'; unhex "302a300506032b6570032100${bytes:2}" | base64 -w 0
      printf '\n-----END PUBLIC KEY-----\n'; } >"$work/$2.pem"
}

while read -r word first second rest; do
    case $word in
        log) key "$first" "log${#logs[@]}" && logs+=("log${#logs[@]}") || { printf 'policy: bad key\n' >&2; exit 2; } ;;
        witness)
            key "$second" "witness${#witnesses[@]}" || { printf 'policy: bad key\n' >&2; exit 2; }
            witness_key[$first]=witness${#witnesses[@]}
            witnesses+=("$first")
            ;;
        group)
            read -ra members <<<"$rest"
            case $second in any) second=1 ;; all) second=${#members[@]} ;; esac
            groups+=("$first")
            group_need[$first]=$second
            group_members[$first]=$rest
            ;;
        quorum) quorum=$first ;;
        '' | '#'*) ;;
        *) printf 'policy: unknown word\n' >&2; exit 2 ;;
    esac
done <"$policy"

# --- the checkpoint: three lines, a blank one, signatures

lines=()
[ -f data/checkpoint ] && mapfile -t lines <data/checkpoint 2>/dev/null
size=${lines[1]:-} root=''
[[ ${lines[2]:-} =~ ^[A-Za-z0-9+/]{43}=$ ]] && root=$(printf '%s' "${lines[2]}" | base64 -d 2>/dev/null | hex)
formed=no
[[ $size =~ ^(0|[1-9][0-9]{0,17})$ ]] && [ ${#root} -eq 64 ] && [ "${lines[3]:-}" = '' ] && formed=yes
head -n 3 data/checkpoint >"$work/text" 2>/dev/null

signature() { # line, key: the signature in hexadecimal without the key id, if the line claims to be this key's
    local dash name base bytes
    read -r dash name base <<<"$1"
    [ "$dash" = '—' ] && [ "$name" = "${key_name[$2]}" ] || return 1
    bytes=$(printf '%s' "$base" | base64 -d 2>/dev/null | hex)
    [ "${bytes:0:8}" = "${key_id[$2]}" ] && printf '%s' "${bytes:8}"
}

verifies() { # key, signature in hexadecimal, file that was signed
    [ ${#2} -eq 128 ] || return 1
    unhex "$2" >"$work/signature"
    openssl pkeyutl -verify -pubin -inkey "$work/$1.pem" -rawin -in "$3" -sigfile "$work/signature" >/dev/null 2>&1
}

signed=unknown
declare -A witnessed=()
for line in "${lines[@]:4}"; do
    for log in "${logs[@]}"; do
        [ "${key_name[$log]}" = "${lines[0]}" ] && found=$(signature "$line" "$log") || continue
        if verifies "$log" "$found" "$work/text"; then [ "$signed" = bad ] || signed=ok; else signed=bad; fi
    done
    for witness in "${witnesses[@]}"; do
        found=$(signature "$line" "${witness_key[$witness]}") || continue
        { printf 'cosignature/v1\ntime %d\n' "$((16#${found:0:16}))"; cat "$work/text"; } >"$work/cosigned"
        if verifies "${witness_key[$witness]}" "${found:16}" "$work/cosigned"; then
            witnessed[$witness]=1
        else
            bad_witness=yes
        fi
    done
done
[ "$formed" = yes ] || signed=bad
[ "$signed" = ok ] && [ "${bad_witness:-no}" = yes ] && signed=bad
[ -f data/checkpoint ] || signed=missing
say checkpoint "$signed"

if [ "$signed" = ok ]; then
    count=${#witnessed[@]}
    for group in "${groups[@]}"; do
        have=0
        for member in ${group_members[$group]}; do [ -z "${witnessed[$member]:-}" ] || have=$((have + 1)); done
        [ "$have" -lt "${group_need[$group]}" ] || witnessed[$group]=1
    done
    if [ "$quorum" = none ] || [ -n "${witnessed[$quorum]:-}" ]; then say witnesses ok "$count signed"; else say witnesses none "$count signed"; fi
fi

# --- every leaf from its bytes to the checkpoint's root (RFC 9162, section 2.1.3.2)

proven() { # leaf
    local proof=${1%.leaf}.tlog-proof node index last path=() at sibling note
    [ -f "$proof" ] || return 1
    mapfile -t path <"$proof"
    [ "${path[0]:-}" = 'c2sp.org/tlog-proof@v1' ] && [[ ${path[1]:-} =~ ^index\ (0|[1-9][0-9]{0,17})$ ]] || return 1
    index=${BASH_REMATCH[1]}
    [ "$index" -lt "$size" ] || return 1
    last=$((size - 1))
    node=$({ printf '\0'; cat "$1"; } | sha256)
    for ((at = 2; at < ${#path[@]}; at++)); do
        [ -n "${path[at]}" ] || break
        [[ ${path[at]} =~ ^[A-Za-z0-9+/]{43}=$ ]] && [ "$last" -gt 0 ] || return 1
        sibling=$(printf '%s' "${path[at]}" | base64 -d 2>/dev/null | hex)
        if [ $((index & 1)) -eq 1 ] || [ "$index" -eq "$last" ]; then
            node=$(unhex "01$sibling$node" | sha256)
            while [ $((index & 1)) -eq 0 ] && [ "$index" -ne 0 ]; do index=$((index >> 1)) last=$((last >> 1)); done
        else
            node=$(unhex "01$node$sibling" | sha256)
        fi
        index=$((index >> 1)) last=$((last >> 1))
    done
    note=$(tail -n "+$((at + 2))" "$proof" | sha256)
    [ "$last" -eq 0 ] && [ "$node" = "$root" ] && [ "$note" = "$checkpoint_hash" ]
}

if [ "$signed" = ok ]; then
    checkpoint_hash=$(sha256 <data/checkpoint)
    leaves=(data/facts/*.leaf data/readings/*.leaf)
    bad=0
    for leaf in "${leaves[@]}"; do proven "$leaf" || bad=$((bad + 1)); done
    if [ "$bad" -eq 0 ]; then say proofs ok "${#leaves[@]} leaves"; else say proofs bad "$bad of ${#leaves[@]} leaves"; fi
fi
exit "$verdict"
