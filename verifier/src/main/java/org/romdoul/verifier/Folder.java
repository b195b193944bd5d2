package org.romdoul.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.romdoul.ledger.read.Outcome;

/** A bundle that was unpacked: plain files and folders, no link of any kind. */
final class Folder implements Container {

    private final Path base;
    private final List<Item> items;

    private Folder(Path base, List<Item> items) {
        this.base = base;
        this.items = items;
    }

    static Outcome<Container> open(Path base) throws IOException {
        List<Item> items = new ArrayList<>();
        String problem = walk(base, "", items);
        if (problem != null) {
            return Outcome.refused(problem);
        }
        items.sort(Comparator.comparing(Item::path));
        return Outcome.accepted(new Folder(base, List.copyOf(items)));
    }

    private static @Nullable String walk(Path folder, String prefix, List<Item> items) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String path = prefix + entry.getFileName();
                if (!Paths.isPlain(path)) {
                    return "the folder holds a name that is not plain, or folders too deep";
                }
                BasicFileAttributes is =
                        Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (is.isDirectory()) {
                    String problem = walk(entry, path + "/", items);
                    if (problem != null) {
                        return problem;
                    }
                } else if (is.isRegularFile()) {
                    items.add(new Item(path, is.size(), -1, 0));
                } else {
                    return "the folder holds a link, or something that is no file";
                }
                if (items.size() > MAX_FILES) {
                    return "the folder has too many files";
                }
            }
        }
        return null;
    }

    @Override
    public String kind() {
        return "folder";
    }

    @Override
    public List<Item> items() {
        return items;
    }

    @Override
    public InputStream open(Item item) throws IOException {
        return Files.newInputStream(base.resolve(item.path()), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void close() {}
}
