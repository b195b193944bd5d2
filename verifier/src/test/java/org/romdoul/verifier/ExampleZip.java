package org.romdoul.verifier;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a zip field by field, in the one spelling that docs/formats/bundle.md prescribes, unless a field of a file is
 * bent on purpose. Shares nothing with the verifier's own idea of the headers.
 */
final class ExampleZip {

    /** One file with every field that somebody might bend. */
    static final class File {
        String name;
        String localName;
        byte[] bytes;
        long size;
        int flags;
        int method;
        int attributes;
        int versionMadeBy = 10;
        int crc;
        int place = -1;
        byte[] extra = {};
        byte[] comment = {};
        byte[] before = {};

        void rename(String to) {
            name = to;
            localName = to;
        }

        void deflate(byte[] large) {
            Deflater deflater = new Deflater(9, true);
            deflater.setInput(large);
            deflater.finish();
            byte[] compressed = new byte[4096];
            bytes = Arrays.copyOf(compressed, deflater.deflate(compressed));
            deflater.end();
            size = large.length;
            method = 8;
        }

        File(String name, byte[] bytes) {
            this.name = name;
            this.localName = name;
            this.bytes = bytes;
            this.size = bytes.length;
            CRC32 crc32 = new CRC32();
            crc32.update(bytes);
            this.crc = (int) crc32.getValue();
        }
    }

    final List<File> files = new ArrayList<>();
    byte[] beforeDirectory = {};
    byte[] after = {};
    byte[] comment = {};

    static ExampleZip of(String base, Map<String, byte[]> files) {
        ExampleZip zip = new ExampleZip();
        files.forEach((path, bytes) -> zip.files.add(new File(base + "/" + path, bytes)));
        return zip;
    }

    File file(String ending) {
        return files.stream()
                .filter(file -> file.name.endsWith(ending))
                .findFirst()
                .orElseThrow();
    }

    byte[] bytes() {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        for (File file : files) {
            zip.writeBytes(file.before);
            int place = file.place < 0 ? zip.size() : file.place;
            zip.writeBytes(local(file));
            zip.writeBytes(file.bytes);
            directory.writeBytes(central(file, place));
        }
        zip.writeBytes(beforeDirectory);
        int place = zip.size();
        zip.writeBytes(directory.toByteArray());
        zip.writeBytes(end(files.size(), directory.size(), place));
        zip.writeBytes(after);
        return zip.toByteArray();
    }

    private static byte[] local(File file) {
        byte[] name = name(file.localName);
        ByteBuffer header = little(30 + name.length).putInt(0x04034b50).putShort((short) 10);
        shared(header, file).putShort((short) name.length).putShort((short) 0);
        return header.put(name).array();
    }

    private static byte[] central(File file, int place) {
        byte[] name = name(file.name);
        ByteBuffer header = little(46 + name.length + file.extra.length + file.comment.length);
        header.putInt(0x02014b50).putShort((short) file.versionMadeBy).putShort((short) 10);
        shared(header, file).putShort((short) name.length).putShort((short) file.extra.length);
        header.putShort((short) file.comment.length).putShort((short) 0).putShort((short) 0);
        return header.putInt(file.attributes)
                .putInt(place)
                .put(name)
                .put(file.extra)
                .put(file.comment)
                .array();
    }

    private static ByteBuffer shared(ByteBuffer header, File file) {
        header.putShort((short) file.flags)
                .putShort((short) file.method)
                .putShort((short) 0)
                .putShort((short) 0x21);
        return header.putInt(file.crc).putInt(file.bytes.length).putInt((int) file.size);
    }

    private byte[] end(int count, int length, int place) {
        ByteBuffer end = little(22 + comment.length).putInt(0x06054b50).putInt(0);
        end.putShort((short) count).putShort((short) count).putInt(length).putInt(place);
        return end.putShort((short) comment.length).put(comment).array();
    }

    private static byte[] name(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
