package org.romdoul.verifier;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** Writes a bundle of any size, for benchmarks: {@code LargeBundle FOLDER FACTS MEBIBYTES}, as a folder and as a zip. */
public final class LargeBundle {

    private static final int BLOCK = 1 << 20;
    private static final String BASE = "bundle-large-copy-1";

    private LargeBundle() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int facts = Integer.parseInt(arguments[1]);
        int mebibytes = Integer.parseInt(arguments[2]);
        Path base = Files.createDirectories(folder.resolve(BASE));
        Path large = Files.createDirectories(base.resolve("data/files")).resolve("large");
        MessageDigest sha256 = Digests.sha256();
        MessageDigest sha512 = Digests.sha512();
        CRC32 crc32 = new CRC32();
        Random random = new Random(1);
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(large)) {
            for (int i = 0; i < mebibytes; i++) {
                random.nextBytes(block);
                sha256.update(block);
                sha512.update(block);
                crc32.update(block);
                out.write(block);
            }
        }
        long size = Files.size(large);
        byte[] hash = sha256.digest();

        ExampleCountry country = ExampleCountry.begun();
        ExampleCase.Stood stood = country.main.largeFile("file", size, ExampleCase.hex(hash));
        country.main.fact("evidence.exhibit", "\"label\": \"E3\"", stood.member());
        for (int i = 0; i < facts - 10; i++) {
            country.main.fact("cases.task", "\"number\": " + i, "\"ends\": \"2026-12-31\"");
        }
        ExampleCase.Copy copy = country.main.copy(ExampleCase.Disclosed.EVERYTHING);
        TreeMap<String, byte[]> files = country.main.files(copy, country.later().note(3));
        String path = "data/files/" + stood.id() + ".decrypted.txt";
        Files.move(large, base.resolve(path));
        Bag bag = new Bag(files).sealedWith(path, ExampleCase.hex(hash), ExampleCase.hex(sha512.digest()));
        for (Map.Entry<String, byte[]> file : bag.files.entrySet()) {
            Path to = base.resolve(file.getKey());
            Files.createDirectories(to.getParent());
            Files.write(to, file.getValue());
        }
        Files.writeString(folder.resolve("court.policy"), country.policy());
        zip(folder.resolve(BASE + ".zip"), base, bag, path, size, (int) crc32.getValue());
    }

    private static void zip(Path to, Path base, Bag bag, String largePath, long largeSize, int largeCrc)
            throws IOException {
        TreeMap<String, Long> sizes = new TreeMap<>(Map.of(largePath, largeSize));
        bag.files.forEach((path, bytes) -> sizes.put(path, (long) bytes.length));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), BLOCK)) {
            long at = 0;
            java.io.ByteArrayOutputStream directory = new java.io.ByteArrayOutputStream();
            for (Map.Entry<String, Long> one : sizes.entrySet()) {
                String name = BASE + "/" + one.getKey();
                int crc = one.getKey().equals(largePath) ? largeCrc : crc(bag.get(one.getKey()));
                byte[] local = ZipHeaders.local(name, one.getValue(), crc);
                directory.writeBytes(ZipHeaders.central(name, one.getValue(), crc, at));
                out.write(local);
                Files.copy(base.resolve(one.getKey()), out);
                at += local.length + one.getValue();
            }
            out.write(directory.toByteArray());
            out.write(ZipHeaders.end(sizes.size(), directory.size(), at));
        }
    }

    private static int crc(byte[] bytes) {
        CRC32 crc32 = new CRC32();
        crc32.update(bytes);
        return (int) crc32.getValue();
    }
}
