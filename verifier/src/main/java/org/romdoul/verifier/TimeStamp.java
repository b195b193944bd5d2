package org.romdoul.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 3161 time-stamp response over the bytes of the checkpoint. Only whether it is about them is judged here; its
 * signature needs certificates, and {@code openssl ts -verify} for it.
 *
 * @param algorithm the imprint's, as the contents of an object identifier
 * @param time as the authority wrote it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record TimeStamp(byte[] algorithm, byte[] imprint, String time) {

    private static final String CHECK = "time-stamp";
    private static final String FILE = "data/checkpoint.tsr";
    private static final int LIMIT = 1 << 17;

    private static final byte[] SHA_256 = HexFormat.of().parseHex("608648016503040201");
    private static final byte[] SHA_512 = HexFormat.of().parseHex("608648016503040203");
    private static final byte[] TST_INFO = HexFormat.of().parseHex("2a864886f70d0109100104");
    private static final Pattern TIME = Pattern.compile("[0-9]{14}(\\.[0-9]{1,9})?Z");

    static void check(Bundle bundle, Report report) throws IOException {
        if (!bundle.has(FILE)) {
            report.note(CHECK, "none");
            return;
        }
        byte[] file = bundle.bytes(FILE, LIMIT);
        TimeStamp stamp = file == null ? null : parse(file);
        if (stamp == null) {
            report.bad(CHECK, Verdict.TAMPERED, FILE + " is no time-stamp response");
        } else if (!bundle.has(Anchor.FILE) || !stamp.isOver(bundle)) {
            report.bad(CHECK, Verdict.TAMPERED, FILE + " is not about " + Anchor.FILE);
        } else {
            report.note(
                    CHECK,
                    "says " + stamp.time() + ", about this checkpoint; its signature is not checked here"
                            + " (openssl ts -verify -in " + FILE + " -data " + Anchor.FILE + " -CAfile ...)");
        }
    }

    private boolean isOver(Bundle bundle) {
        return (Arrays.equals(algorithm, SHA_256) && Arrays.equals(imprint, bundle.sha256(Anchor.FILE)))
                || (Arrays.equals(algorithm, SHA_512) && Arrays.equals(imprint, bundle.sha512(Anchor.FILE)));
    }

    /** Down to the TSTInfo of RFC 3161 section 2.4.2, in the SignedData of RFC 5652 section 5. */
    static @Nullable TimeStamp parse(byte[] file) {
        Der response = new Der(file);
        Der token = response.into(Der.SEQUENCE).over(Der.SEQUENCE).into(Der.SEQUENCE);
        Der signed = token.over(Der.OID).into(Der.EXPLICIT).into(Der.SEQUENCE);
        Der content = signed.over(Der.INTEGER).over(Der.SET).into(Der.SEQUENCE);
        byte[] type = content.into(Der.OID).rest();
        Der info = content.into(Der.EXPLICIT).into(Der.OCTETS).into(Der.SEQUENCE);
        Der print = info.over(Der.INTEGER).over(Der.OID).into(Der.SEQUENCE);
        byte[] algorithm = print.into(Der.SEQUENCE).into(Der.OID).rest();
        byte[] imprint = print.into(Der.OCTETS).rest();
        String time = new String(info.over(Der.INTEGER).into(Der.TIME).rest(), StandardCharsets.ISO_8859_1);
        boolean sound = !response.failed()
                && Arrays.equals(type, TST_INFO)
                && TIME.matcher(time).matches();
        return sound ? new TimeStamp(algorithm, imprint, time) : null;
    }
}
