package org.romdoul.verifier;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.romdoul.ledger.read.Outcome;

/** Reads a zip's end and directory, and holds every header against the only one it may be. */
final class ZipScan {

    /** A plain name has at most 200 characters, 64-bit fields take at most 28 bytes. */
    private static final int LONGEST_CENTRAL = ZipHeaders.CENTRAL + 200 + 28;

    private final FileChannel file;
    private final List<Container.Item> items = new ArrayList<>();
    private String base = "";
    private String last = "";
    private long at;

    ZipScan(FileChannel file) {
        this.file = file;
    }

    Outcome<Container> read() throws IOException {
        long size = file.size();
        if (size < ZipHeaders.END) {
            return Outcome.refused("the file is too short for a zip");
        }
        ByteBuffer end = bytes(size - ZipHeaders.END, ZipHeaders.END);
        if (end.getInt(0) != ZipHeaders.END_SIGNATURE) {
            return Outcome.refused("the file does not end as a zip ends: it is none, it is cut short, or more follows");
        }
        long count = end.getShort(10) & 0xffff;
        long directory = end.getInt(16) & ZipHeaders.MAX_32;
        long tail = ZipHeaders.END;
        if ((count == ZipHeaders.MAX_16 || directory == ZipHeaders.MAX_32) && size >= ZipHeaders.END64) {
            tail = ZipHeaders.END64;
            ByteBuffer end64 = bytes(size - tail, ZipHeaders.END64);
            count = end64.getLong(32);
            directory = end64.getLong(48);
        }
        if (count < 1 || count > Container.MAX_FILES || directory < 0 || directory > size - tail) {
            return Outcome.refused("the zip's end is malformed, or it has too many files");
        }
        byte[] onlyEnd = ZipHeaders.end(count, size - tail - directory, directory);
        return Arrays.equals(onlyEnd, bytes(size - tail, (int) tail).array())
                ? directory(count, directory, size - tail)
                : Outcome.refused("the zip's end is malformed");
    }

    private Outcome<Container> directory(long count, long from, long to) throws IOException {
        long next = from;
        for (long i = 0; i < count; i++) {
            if (to - next < ZipHeaders.CENTRAL) {
                return Outcome.refused("the zip's directory is cut short");
            }
            switch (entry(bytes(next, (int) Math.min(to - next, LONGEST_CENTRAL)), from)) {
                case Outcome.Accepted<Integer> length -> next += length.value();
                case Outcome.Refused<Integer> malformed -> {
                    return Outcome.refused(malformed.reason());
                }
            }
        }
        return at == from && next == to
                ? Outcome.accepted(new StoredZip(file, List.copyOf(items)))
                : Outcome.refused("the zip holds bytes that belong to no file");
    }

    /** Takes the next file by its central header, and answers that header's length. */
    private Outcome<Integer> entry(ByteBuffer header, long directory) throws IOException {
        if ((header.getShort(8) & 1) != 0) {
            return Outcome.refused("the zip holds an encrypted file");
        }
        if (header.getShort(10) != 0) {
            return Outcome.refused("the zip holds a compressed file");
        }
        if (header.getInt(38) >>> 28 == 0xa) {
            return Outcome.refused("the zip holds a link");
        }
        int nameEnd = ZipHeaders.CENTRAL + (header.getShort(28) & 0xffff);
        if (nameEnd > header.limit()) {
            return Outcome.refused("the zip holds a name that is too long");
        }
        String name =
                new String(header.array(), ZipHeaders.CENTRAL, nameEnd - ZipHeaders.CENTRAL, StandardCharsets.US_ASCII);
        String problem = problem(name);
        return problem == null ? file(name, size(header, nameEnd), header, directory) : Outcome.refused(problem);
    }

    private @Nullable String problem(String name) {
        if (base.isEmpty()) {
            base = name.substring(0, name.indexOf('/') + 1);
        }
        if (!Paths.isPlain(name)) {
            return "the zip holds a name that is not plain: it may lead out of its folder";
        }
        if (base.isEmpty() || !name.startsWith(base)) {
            return "the zip holds more than one folder";
        }
        if (name.compareTo(last) <= 0) {
            return "the zip holds a name twice, or its names out of order";
        }
        last = name;
        return null;
    }

    /** The size, from the 64-bit field where 32 bits are too few; whether it stands there rightly is seen afterwards. */
    private static long size(ByteBuffer header, int nameEnd) {
        int size = header.getInt(24);
        boolean wide = size == ZipHeaders.WIDE && nameEnd + 12 <= header.limit();
        return wide ? header.getLong(nameEnd + 4) : size & ZipHeaders.MAX_32;
    }

    private Outcome<Integer> file(String name, long size, ByteBuffer header, long directory) throws IOException {
        int crc32 = header.getInt(16);
        byte[] central = ZipHeaders.central(name, size, crc32, at);
        if (size < 0 || !begins(header, central)) {
            return Outcome.refused("the zip's directory is malformed, or its files overlap");
        }
        byte[] local = ZipHeaders.local(name, size, crc32);
        long place = at + local.length;
        if (place > directory || size > directory - place) {
            return Outcome.refused("the zip's files overlap its directory");
        }
        if (!Arrays.equals(local, bytes(at, local.length).array())) {
            return Outcome.refused("the zip's directory and a file's own header disagree");
        }
        items.add(new Container.Item(name.substring(base.length()), size, crc32 & ZipHeaders.MAX_32, place));
        at = place + size;
        return Outcome.accepted(central.length);
    }

    private static boolean begins(ByteBuffer header, byte[] with) {
        return with.length <= header.limit() && Arrays.equals(header.array(), 0, with.length, with, 0, with.length);
    }

    private ByteBuffer bytes(long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException("the file grew shorter while it was read");
            }
        }
        return bytes;
    }
}
