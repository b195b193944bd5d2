package org.romdoul.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.romdoul.ledger.read.Outcome;

/**
 * A zip that has only one spelling: files stored, not compressed, one behind the other from the first byte on, in the
 * order of their names, then the directory, then the end. Every header must be, byte for byte, the one that
 * {@link ZipHeaders} writes; so two programs cannot read two different bundles out of one zip, nothing is hidden between
 * files or behind the end, and nothing grows when it is unpacked.
 */
final class StoredZip implements Container {

    private final FileChannel file;
    private final List<Item> items;

    StoredZip(FileChannel file, List<Item> items) {
        this.file = file;
        this.items = items;
    }

    static Outcome<Container> open(Path path) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        Outcome<Container> outcome = new ZipScan(file).read();
        if (!outcome.isAccepted()) {
            file.close();
        }
        return outcome;
    }

    @Override
    public String kind() {
        return "zip";
    }

    @Override
    public List<Item> items() {
        return items;
    }

    @Override
    public InputStream open(Item item) {
        return new Stretch(file, item.place(), item.size());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
