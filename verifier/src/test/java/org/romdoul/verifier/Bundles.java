package org.romdoul.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.romdoul.ledger.write.Checkpoint;
import org.romdoul.ledger.write.Cosigner;

/** Everything in testdata/bundles, the same bytes each time: good bundles, and one for each way of being broken. */
final class Bundles {

    /**
     * One bundle.
     *
     * @param name of its file, after what was done to it
     * @param verdict what the verifier must say
     * @param what in a few words
     */
    record Example(String name, Verdict verdict, String what, byte[] zip) {

        String path() {
            return (verdict == Verdict.VERIFIED ? "good/" : "broken/") + name + ".zip";
        }

        /** The policy that it is judged by: the court's, but for one. */
        String policy() {
            return name.equals("policy-from-the-bundle") ? "broken/policy-from-the-bundle.policy" : "court.policy";
        }
    }

    private static final Verdict V = Verdict.VERIFIED;
    private static final Verdict TAMPERED = Verdict.TAMPERED;
    private static final Verdict INCOMPLETE = Verdict.INCOMPLETE;
    private static final Verdict UNREADABLE = Verdict.UNREADABLE;

    private final List<Example> examples = new ArrayList<>();

    private Bundles() {}

    static List<Example> all() {
        Bundles bundles = new Bundles();
        bundles.good();
        bundles.flipped();
        bundles.facts();
        bundles.proofs();
        bundles.signatures();
        bundles.contents();
        bundles.bags();
        bundles.zips();
        return bundles.examples;
    }

    static String courtPolicy() {
        return ExampleCountry.begun().policy();
    }

    static String forgedPolicy() {
        return ExampleCountry.forged().policy();
    }

    private void add(String name, Verdict verdict, String what, Bag bag) {
        examples.add(new Example(name, verdict, what, bag.zip().bytes()));
    }

    // Good ones

    /** One copy of the main case with everything opened, three witnesses: what most broken ones are made from. */
    static Bag full() {
        return bag(ExampleCountry.begun(), ExampleCase.Disclosed.EVERYTHING, 3);
    }

    private static Bag bag(ExampleCountry country, ExampleCase.Disclosed disclosed, int witnesses) {
        ExampleCase.Copy copy = country.main.copy(disclosed);
        return bag(country.later(), copy, witnesses);
    }

    private static Bag bag(ExampleCountry country, ExampleCase.Copy copy, int witnesses) {
        return new Bag(country.main.files(copy, country.note(witnesses))).sealed();
    }

    /** Some words and files withheld, one erased, one file sealed. */
    static Bag guarded() {
        ExampleCountry country = ExampleCountry.begun();
        return bag(
                country,
                new ExampleCase.Disclosed(
                        ExampleCountry.states(country.main.wordIds(), "opened", "withheld", "erased", "withheld"),
                        ExampleCountry.states(country.main.fileIds(), "decrypted.pdf", "sealed")),
                2);
    }

    /** A fact was recorded between the list and the head: it is in the chain, and nothing in it is opened. */
    static Bag late() {
        ExampleCountry country = ExampleCountry.begun();
        ExampleCase.Copy copy = country.main.list(ExampleCase.Disclosed.EVERYTHING, list -> list);
        List<String> before = country.main.wordIds();
        country.main.fact("cases.note", country.main.words("words", "It came while the copy was made."));
        country.main.head(copy);
        List<String> came = new ArrayList<>(country.main.wordIds());
        came.removeAll(before);
        String last = came.getFirst();
        ExampleCase.Disclosed without = new ExampleCase.Disclosed(Map.of(last, "withheld"), Map.of());
        return bag(country.later(), copy.disclosing(without), 3);
    }

    /** The second copy of a case. */
    private static Bag second() {
        ExampleCountry country = ExampleCountry.begun();
        country.main.copy(ExampleCase.Disclosed.EVERYTHING);
        country.later().main.fact("cases.stage", "\"stage\": \"trial\"");
        return bag(country, ExampleCase.Disclosed.EVERYTHING, 3);
    }

    private void good() {
        add("witnessed", V, "everything opened, three witnesses", full());
        add(
                "two-of-three-witnesses",
                V,
                "the quorum is two",
                bag(ExampleCountry.begun(), ExampleCase.Disclosed.EVERYTHING, 2));
        add("withheld-openings", V, "words withheld and erased, one file decrypted, one sealed", guarded());
        add(
                "without-exhibits",
                V,
                "a case without files",
                bag(ExampleCountry.withoutFiles(), ExampleCase.Disclosed.EVERYTHING, 3));
        add("late-fact", V, "a fact came while the copy was made", late());
        add("second-copy", V, "the head of the first copy is a fact among the others", second());
        add("time-stamped", V, "with an RFC 3161 time-stamp of the checkpoint", stamped());
    }

    static Bag stamped() {
        return full().put("data/checkpoint.tsr", Fixture.bytes("time-stamp/checkpoint.tsr"))
                .sealed();
    }

    // Broken ones. "As if nothing had happened" means: with manifests written anew, as anybody can.

    private void flipped() {
        Bag whole = stamped();
        flipped(whole, "bagit", "bagit.txt");
        flipped(whole, "case-jsonld", "data/case.jsonld");
        flipped(whole, "checkpoint", "data/checkpoint");
        flipped(whole, "time-stamp", "data/checkpoint.tsr");
        flipped(whole, "copy-list", "data/copy.txt");
        flipped(whole, "fact", "data/facts/000003.leaf");
        flipped(whole, "proof", "data/facts/000003.tlog-proof");
        flipped(whole, "reading", "data/readings/000001.leaf");
        flipped(whole, "file", whole.path("data/files/", ".txt"));
        flipped(whole, "opening", whole.path("data/openings/", ".txt"));
        flipped(whole, "salt", whole.path("data/openings/", ".salt"));
        flipped(whole, "index", "data/index.html");
        flipped(whole, "readme", "data/readme.km.txt");
        flipped(whole, "manifest", "manifest-sha256.txt");
        flipped(whole, "tag-manifest", "tagmanifest-sha512.txt");
    }

    private void flipped(Bag whole, String name, String path) {
        int middle = whole.get(path).length / 2;
        add("flipped-bit-in-" + name, TAMPERED, "one bit of " + path, new Bag(whole.files).flip(path, 8 * middle));
    }

    private void facts() {
        Bag full = full();
        int last = full.count("data/facts/", ".leaf");
        broken("fact-left-out", INCOMPLETE, "fact 3 and its proof are gone", bag -> bag.withoutFact(3));
        broken("first-fact-left-out", INCOMPLETE, "fact 1 is gone", bag -> bag.withoutFact(1));
        broken(
                "last-facts-left-out",
                INCOMPLETE,
                "the last two facts are gone",
                bag -> bag.withoutFact(last).withoutFact(last - 1));
        broken(
                "leaf-left-out",
                INCOMPLETE,
                "fact 2 is gone, its proof is there",
                bag -> bag.without("data/facts/000002.leaf"));
        broken("head-left-out", INCOMPLETE, "the case's signed head is gone", bag -> bag.withoutFact(last));
        broken(
                "reading-left-out",
                INCOMPLETE,
                "the last reading is gone",
                bag -> bag.without("data/readings/000002.leaf").without("data/readings/000002.tlog-proof"));
        broken(
                "fact-rewritten",
                TAMPERED,
                "a row says something else",
                bag -> bag.bend("data/facts/000002.leaf", leaf -> leaf.replace("recruitment", "recruitmend")));
        broken(
                "fact-back-dated",
                TAMPERED,
                "recorded a year earlier",
                bag -> bag.bend("data/facts/000002.leaf", leaf -> leaf.replace("recorded 2026", "recorded 2025")));
        broken(
                "facts-swapped",
                TAMPERED,
                "facts 2 and 3 change places",
                bag -> bag.swap("data/facts/000002.leaf", "data/facts/000003.leaf")
                        .swap("data/facts/000002.tlog-proof", "data/facts/000003.tlog-proof"));
        broken(
                "fact-malformed",
                TAMPERED,
                "a leaf that is none",
                bag -> bag.bend("data/facts/000002.leaf", leaf -> leaf.replace("\nsalt ", "\nSalt ")));
        broken(
                "reading-among-facts",
                TAMPERED,
                "a reading in the place of a fact",
                bag -> bag.put("data/facts/000002.leaf", bag.get("data/readings/000002.leaf"))
                        .put("data/facts/000002.tlog-proof", bag.get("data/readings/000002.tlog-proof")));
        ExampleCountry country = ExampleCountry.begun();
        Bag elsewhere = otherCase(country);
        Bag here = bag(country, country.main.copy(ExampleCase.Disclosed.EVERYTHING), 3);
        add(
                "fact-of-another-case",
                TAMPERED,
                "fact 1 is that of another case, with its right proof",
                here.put("data/facts/000001.leaf", country.log.leaf(elsewhere.index("data/facts/000001.tlog-proof")))
                        .put(
                                "data/facts/000001.tlog-proof",
                                country.log.proof(
                                        elsewhere.index("data/facts/000001.tlog-proof"), here.get("data/checkpoint")))
                        .sealed());
        rolledBack();
    }

    private static Bag otherCase(ExampleCountry country) {
        ExampleCase.Copy copy = country.other.copy(ExampleCase.Disclosed.EVERYTHING);
        return new Bag(country.other.files(copy, country.note(3))).sealed();
    }

    /** The second copy's list and files, but the case only up to the first copy's head. */
    private void rolledBack() {
        Bag first = full();
        Bag second = second();
        int facts = first.count("data/facts/", ".leaf");
        int all = second.count("data/facts/", ".leaf");
        for (int fact = facts + 1; fact <= all; fact++) {
            second.withoutFact(fact);
        }
        add("rolled-back-head", INCOMPLETE, "the case ends with an older copy's head", second.sealed());
    }

    private void proofs() {
        broken("proof-left-out", INCOMPLETE, "one proof is gone", bag -> bag.without("data/facts/000002.tlog-proof"));
        broken(
                "proof-of-another-fact",
                TAMPERED,
                "fact 2 comes with the proof of fact 3",
                bag -> bag.put("data/facts/000002.tlog-proof", bag.get("data/facts/000003.tlog-proof")));
        broken(
                "proof-cut-short",
                TAMPERED,
                "one hash less",
                bag -> bag.bend("data/facts/000002.tlog-proof", proof -> proof.replaceFirst("(index .*\n).*\n", "$1")));
        broken(
                "proof-too-long",
                TAMPERED,
                "one hash more",
                bag -> bag.bend(
                        "data/facts/000002.tlog-proof",
                        proof -> proof.replaceFirst(
                                "(index .*\n.*\n)", "$1AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")));
        broken(
                "index-changed",
                TAMPERED,
                "a proof with another index",
                bag -> bag.bend(
                        "data/facts/000002.tlog-proof", proof -> proof.replaceFirst("index .*\n", "index 7\n")));
        ExampleCountry country = ExampleCountry.begun();
        byte[] early = country.note(3);
        Bag bag = bag(country, ExampleCase.Disclosed.EVERYTHING, 3);
        add(
                "index-beyond-size",
                TAMPERED,
                "an older checkpoint, whose tree is too small for the last facts",
                bag.each(
                                "data/",
                                ".tlog-proof",
                                proof -> proof.substring(0, proof.indexOf("\n\n") + 2)
                                        + new String(early, StandardCharsets.UTF_8))
                        .put("data/checkpoint", early)
                        .sealed());
        ExampleCountry another = ExampleCountry.begun();
        Bag theirs = otherCase(another);
        broken(
                "proof-of-another-case",
                TAMPERED,
                "fact 1 comes with the proof of another case's fact 1",
                mine -> mine.put("data/facts/000001.tlog-proof", theirs.get("data/facts/000001.tlog-proof")));
        broken(
                "proof-under-another-checkpoint",
                TAMPERED,
                "a proof whose checkpoint lacks a cosignature",
                mine -> mine.bend(
                        "data/facts/000002.tlog-proof", proof -> proof.substring(0, proof.lastIndexOf('\u2014'))));
    }

    private void signatures() {
        add(
                "unknown-key",
                Verdict.UNANCHORED,
                "all of it made by another log of the same name",
                bag(ExampleCountry.forged(), ExampleCase.Disclosed.EVERYTHING, 3));
        add(
                "policy-from-the-bundle",
                Verdict.UNANCHORED,
                "the same, with the policy that trusts it",
                bag(ExampleCountry.forged(), ExampleCase.Disclosed.EVERYTHING, 3)
                        .put("data/policy", forgedPolicy())
                        .sealed());
        add(
                "no-witness",
                Verdict.NOT_WITNESSED,
                "the log alone signed",
                bag(ExampleCountry.begun(), ExampleCase.Disclosed.EVERYTHING, 0));
        add(
                "one-of-three-witnesses",
                Verdict.NOT_WITNESSED,
                "the quorum is two",
                bag(ExampleCountry.begun(), ExampleCase.Disclosed.EVERYTHING, 1));
        ExampleCountry country = ExampleCountry.begun();
        ExampleCase.Copy copy = country.main.copy(ExampleCase.Disclosed.EVERYTHING);
        Checkpoint checkpoint = country.log.checkpoint();
        byte[] strangers = Checkpoint.withLine(
                country.note(1),
                new Cosigner("nobody.example/witness", ExampleLog.key(21))
                        .line(checkpoint.text(), ExampleCountry.WITNESSED));
        add(
                "unknown-witness",
                Verdict.NOT_WITNESSED,
                "one of two witnesses is nobody that the policy knows",
                new Bag(country.main.files(copy, strangers)).sealed());
        byte[] forged = new Cosigner("bar.example/witness", ExampleLog.key(21))
                .line(checkpoint.text(), ExampleCountry.WITNESSED)
                .getBytes(StandardCharsets.UTF_8);
        add(
                "witness-of-the-same-name",
                Verdict.NOT_WITNESSED,
                "a witness's name with another key",
                new Bag(country.main.files(
                                copy, Checkpoint.withLine(country.note(1), new String(forged, StandardCharsets.UTF_8))))
                        .sealed());
        noted("bad-signature", "the log's signature is of another checkpoint", note -> lastBitOfLine(note, 0));
        noted("bad-cosignature", "a known witness's cosignature does not verify", note -> lastBitOfLine(note, 2));
        noted(
                "checkpoint-grown",
                "the size is another than was signed",
                note -> note.replaceFirst("\n[0-9]+\n", "\n4096\n"));
    }

    /** Changes the checkpoint and every proof with it, as if nothing had happened. */
    private void noted(String name, String what, UnaryOperator<String> how) {
        broken(
                name,
                TAMPERED,
                what,
                bag -> bag.bend("data/checkpoint", how)
                        .each(
                                "data/",
                                ".tlog-proof",
                                proof -> proof.substring(0, proof.indexOf("\n\n") + 2)
                                        + how.apply(proof.substring(proof.indexOf("\n\n") + 2))));
    }

    private static String lastBitOfLine(String note, int signature) {
        String[] lines = note.split("(?<=\n)");
        String line = lines[4 + signature];
        int at = line.length() - 10;
        lines[4 + signature] = line.substring(0, at) + (line.charAt(at) == 'A' ? 'B' : 'A') + line.substring(at + 1);
        return String.join("", lines);
    }

    private void contents() {
        broken(
                "exhibits-swapped",
                TAMPERED,
                "two files change places",
                bag -> bag.swap(
                        bag.paths("data/files/").get(0),
                        bag.paths("data/files/").get(1)));
        broken(
                "exhibit-replaced",
                TAMPERED,
                "another file",
                bag -> bag.put(bag.paths("data/files/").get(0), "Another bill.\n"));
        broken(
                "exhibit-left-out",
                INCOMPLETE,
                "a file is gone",
                bag -> bag.without(bag.paths("data/files/").get(0)));
        broken(
                "exhibit-renamed",
                TAMPERED,
                "a file with another extension than the copy's list says",
                bag -> bag.rename(bag.paths("data/files/").get(0), "decrypted.txt", "decrypted.exe"));
        broken(
                "opening-that-does-not-match",
                TAMPERED,
                "other words than were sealed",
                bag -> bag.put(bag.path("data/openings/", ".txt"), "It is said that nothing was promised.\n"));
        broken("salt-shortened", TAMPERED, "a byte of the salt moved into the words", bag -> {
            byte[] salt = bag.get(bag.path("data/openings/", ".salt"));
            byte[] words = bag.get(bag.path("data/openings/", ".txt"));
            bag.put(
                    bag.path("data/openings/", ".txt"),
                    ByteBuffer.allocate(words.length + 1)
                            .put(salt[31])
                            .put(words)
                            .array());
            return bag.put(bag.path("data/openings/", ".salt"), Arrays.copyOf(salt, 31));
        });
        broken(
                "openings-swapped",
                TAMPERED,
                "the words of two openings change places",
                bag -> bag.swap(
                        bag.paths("data/openings/").get(1),
                        bag.paths("data/openings/").get(3)));
        broken(
                "opening-left-out",
                INCOMPLETE,
                "words are gone",
                bag -> bag.without(bag.path("data/openings/", ".txt")));
        broken(
                "opening-turned-withheld",
                TAMPERED,
                "words are gone, and the copy's list says that they were withheld",
                bag -> bag.without(bag.paths("data/openings/").get(0))
                        .without(bag.paths("data/openings/").get(0))
                        .bend("data/copy.txt", list -> list.replaceFirst(" opened\n", " withheld\n")));
        broken(
                "opening-nobody-sealed",
                TAMPERED,
                "an opening that belongs to no fact",
                bag -> bag.put("data/openings/01935a00-0000-7000-8000-000000000000.txt", "words"));
        broken("copy-list-left-out", INCOMPLETE, "copy.txt is gone", bag -> bag.without("data/copy.txt"));
        broken(
                "copy-list-malformed",
                TAMPERED,
                "copy.txt in another order",
                bag -> bag.bend("data/copy.txt", list -> list.replaceFirst("(events .*\n)(readings .*\n)", "$2$1")));
        broken(
                "page-replaced",
                TAMPERED,
                "index.html says something else",
                bag -> bag.put("data/index.html", "<p>All is well."));
        broken("case-uco-missing", INCOMPLETE, "case.jsonld is gone", bag -> bag.without("data/case.jsonld"));
        broken(
                "file-without-a-place",
                TAMPERED,
                "a file that belongs nowhere",
                bag -> bag.put("data/addendum.txt", "More.\n"));
        listed(
                "withheld-not-listed",
                INCOMPLETE,
                "the record itself left a sealed value off the list",
                list -> list.replaceFirst("words .*\n", ""));
        listed(
                "listed-and-in-no-fact",
                TAMPERED,
                "the record lists a sealed value that is in no fact",
                list -> list.replaceFirst("words ", "words 00000000-0000-7000-8000-000000000000 withheld\nwords "));
        listed(
                "page-not-listed",
                TAMPERED,
                "the record left a page off the list",
                list -> list.replaceFirst("page .*\n", ""));
        stampedBroken(
                "time-stamp-of-another-checkpoint",
                "the time-stamp is about something else",
                stamp -> flip(stamp, indexOf(stamp, ExampleCase.sha256(full().get("data/checkpoint")))));
        stampedBroken(
                "time-stamp-malformed", "the time-stamp is cut short", stamp -> Arrays.copyOf(stamp, stamp.length - 1));
    }

    /** A list that the case's head commits to, but that is not true of the case. */
    private void listed(String name, Verdict verdict, String what, UnaryOperator<String> bent) {
        ExampleCountry country = ExampleCountry.begun();
        ExampleCase.Copy copy = country.main.list(ExampleCase.Disclosed.EVERYTHING, bent);
        country.main.head(copy);
        Bag bag = bag(country.later(), copy, 3);
        String first = country.main.wordIds().getFirst();
        if (!new String(copy.list(), StandardCharsets.UTF_8).contains(first)) {
            bag.without("data/openings/" + first + ".salt")
                    .without("data/openings/" + first + ".txt")
                    .sealed();
        }
        add(name, verdict, what, bag);
    }

    private void stampedBroken(String name, String what, UnaryOperator<byte[]> how) {
        Bag bag = stamped();
        add(
                name,
                TAMPERED,
                what,
                bag.put("data/checkpoint.tsr", how.apply(bag.get("data/checkpoint.tsr")))
                        .sealed());
    }

    private static byte[] flip(byte[] bytes, int at) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= 1;
        return flipped;
    }

    private static int indexOf(byte[] in, byte[] what) {
        for (int at = 0; ; at++) {
            if (Arrays.equals(in, at, at + what.length, what, 0, what.length)) {
                return at;
            }
        }
    }

    private void bags() {
        raw(
                "manifest-line-missing",
                TAMPERED,
                "one line of manifest-sha256.txt is gone",
                bag -> bag.bend("manifest-sha256.txt", lines -> lines.substring(lines.indexOf('\n') + 1)));
        raw(
                "manifest-line-twice",
                TAMPERED,
                "one line of manifest-sha256.txt stands twice",
                bag -> bag.bend("manifest-sha256.txt", lines -> lines.substring(0, lines.indexOf('\n') + 1) + lines));
        raw(
                "manifest-line-of-nothing",
                TAMPERED,
                "a line for a file that is not there",
                bag -> bag.bend("manifest-sha256.txt", lines -> lines + lines.substring(0, 66) + "data/zebra.txt\n"));
        raw(
                "manifest-names-a-parent",
                TAMPERED,
                "a line that leads out of the bag",
                bag -> bag.bend(
                        "manifest-sha256.txt", lines -> lines + lines.substring(0, 66) + "data/../../secret\n"));
        raw("manifest-missing", INCOMPLETE, "manifest-sha512.txt is gone, and nothing names it", bag -> {
            for (String tags : List.of("tagmanifest-sha256.txt", "tagmanifest-sha512.txt")) {
                bag.bend(tags, lines -> lines.replaceFirst(".*manifest-sha512.txt\n", ""));
            }
            return bag.without("manifest-sha512.txt");
        });
        raw(
                "tag-manifest-missing",
                INCOMPLETE,
                "tagmanifest-sha256.txt is gone",
                bag -> bag.without("tagmanifest-sha256.txt"));
        raw(
                "manifests-disagree",
                TAMPERED,
                "manifest-sha512.txt is that of another file",
                bag -> bag.bend("manifest-sha512.txt", lines -> lines.replaceFirst("^[0-9a-f]{8}", "00000000")));
        raw("file-not-listed", TAMPERED, "a file that no manifest names", bag -> bag.put("data/zebra.txt", "More.\n"));
        raw(
                "file-listed-and-gone",
                INCOMPLETE,
                "a fact is gone and the manifests still name it",
                bag -> bag.withoutFact(3));
        Bag old = full().put("bagit.txt", "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n");
        for (String tags : List.of("tagmanifest-sha256.txt", "tagmanifest-sha512.txt")) {
            byte[] hash = (tags.contains("256") ? Digests.sha256() : Digests.sha512()).digest(old.get("bagit.txt"));
            old.bend(tags, lines -> lines.replaceFirst(".*  bagit.txt", ExampleCase.hex(hash) + "  bagit.txt"));
        }
        add("bag-of-another-version", TAMPERED, "bagit.txt declares version 0.97", old);
    }

    private void zips() {
        zip("zip-parent-folder", "a name with ..", zip -> zip.files.get(3).rename(Bag.BASE + "/data/../../secret"));
        zip(
                "zip-absolute-name",
                "a name that begins with /",
                zip -> zip.files.get(0).rename("/etc/secret"));
        zip("zip-backslash", "a name with a backslash", zip -> zip.files.get(3).rename(Bag.BASE + "/data\\secret"));
        zip("zip-upper-case", "a name in capitals", zip -> zip.files.get(0).rename(Bag.BASE + "/BAGIT.TXT"));
        zip(
                "zip-odd-letters",
                "a name with a letter that is not ASCII",
                zip -> zip.files.get(3).rename(Bag.BASE + "/data/caf\u00e9"));
        zip(
                "zip-folder-entry",
                "an entry for a folder",
                zip -> zip.files.add(1, new ExampleZip.File(Bag.BASE + "/data/", new byte[0])));
        zip(
                "zip-two-folders",
                "a second base directory",
                zip -> zip.files.getLast().rename("second/tagmanifest-sha512.txt"));
        zip(
                "zip-name-twice",
                "two files of one name",
                zip -> zip.files.add(2, new ExampleZip.File(zip.files.get(1).name, new byte[1])));
        zip("zip-out-of-order", "two files change places", zip -> zip.files.add(0, zip.files.remove(4)));
        zip("zip-link", "a symbolic link", zip -> {
            zip.files.get(3).versionMadeBy = 0x0314;
            zip.files.get(3).attributes = 0120777 << 16;
        });
        zip("zip-encrypted", "an encrypted file", zip -> zip.files.get(3).flags = 1);
        zip(
                "zip-bomb",
                "a megabyte of zeros, compressed",
                zip -> zip.files.get(3).deflate(new byte[1 << 20]));
        zip("zip-overlap", "two names for the same bytes", zip -> {
            ExampleZip.File whole = zip.file("000001.leaf");
            ExampleZip.File again = new ExampleZip.File(whole.name.replace("000001", "000000"), new byte[0]);
            again.place = 0;
            zip.files.add(zip.files.indexOf(whole), again);
        });
        zip("zip-hidden-between", "bytes between two files", zip -> zip.files.get(3).before = new byte[16]);
        zip(
                "zip-hidden-before",
                "bytes before the first file",
                zip -> zip.files.getFirst().before = "MZ".getBytes(StandardCharsets.US_ASCII));
        zip("zip-hidden-before-directory", "bytes before the directory", zip -> zip.beforeDirectory = new byte[4]);
        zip("zip-data-after-the-end", "bytes behind the end", zip -> zip.after = new byte[3]);
        zip("zip-comment", "a comment", zip -> zip.comment = "Trust me.".getBytes(StandardCharsets.US_ASCII));
        zip("zip-file-comment", "a comment on a file", zip -> zip.files.get(3).comment = new byte[] {'x'});
        zip(
                "zip-extra-field",
                "an extra field, which could give another name",
                zip -> zip.files.get(3).extra = new byte[] {0x75, 0x70, 1, 0, 1});
        zip(
                "zip-headers-disagree",
                "a file's own header gives another name",
                zip -> zip.file("index.html").localName = Bag.BASE + "/data/index.htmx");
        zip(
                "zip-size-beyond-the-end",
                "a size that reaches into the directory",
                zip -> zip.files.get(3).size += 1 << 20);
        byte[] whole = full().zip().bytes();
        examples.add(new Example("zip-cut-short", UNREADABLE, "half of it", Arrays.copyOf(whole, whole.length / 2)));
        examples.add(new Example("zip-empty", UNREADABLE, "no byte at all", new byte[0]));
        examples.add(
                new Example("zip-without-files", UNREADABLE, "an end and nothing before it", new ExampleZip().bytes()));
        examples.add(new Example(
                "not-a-zip",
                UNREADABLE,
                "some text",
                "This is no bundle at all, only a text.\n".getBytes(StandardCharsets.US_ASCII)));
        Bag bag = full();
        ExampleZip checksum = bag.zip();
        checksum.files.get(3).crc ^= 1;
        examples.add(
                new Example("zip-checksum-differs", TAMPERED, "the zip's own checksum of a file", checksum.bytes()));
    }

    private void zip(String name, String what, Consumer<ExampleZip> how) {
        ExampleZip zip = full().zip();
        how.accept(zip);
        examples.add(new Example(name, UNREADABLE, what, zip.bytes()));
    }

    /** With manifests written anew. */
    private void broken(String name, Verdict verdict, String what, UnaryOperator<Bag> how) {
        add(name, verdict, what, how.apply(full()).sealed());
    }

    /** With the manifests as they are then. */
    private void raw(String name, Verdict verdict, String what, UnaryOperator<Bag> how) {
        add(name, verdict, what, how.apply(full()));
    }
}
