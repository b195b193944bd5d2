package org.romdoul.ledger.witness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Witnesses that somebody wrote in a hurry: each forgets one thing that ours does. The simulation must find every one. */
enum Brittle {

    /** Ours. */
    NOT {
        @Override
        Disk on(Disk disk) {
            return disk;
        }
    },

    /** Answers first and keeps afterwards. */
    PERSISTS_AFTER_ANSWERING {
        @Override
        Disk on(Disk disk) {
            return new Late(disk);
        }
    },

    /** Renames a file whose bytes are not on the disk yet. */
    DOES_NOT_SYNC_FILES {
        @Override
        Disk on(Disk disk) {
            return new Passing(disk) {
                @Override
                public void sync(String name) {}
            };
        }
    },

    /** Believes that a rename is on the disk when it returns. */
    DOES_NOT_SYNC_NAMES {
        @Override
        Disk on(Disk disk) {
            return new Passing(disk) {
                @Override
                public void syncNames() {}
            };
        }
    },

    /** Takes what it reads for what is on the disk, though keeping it may have failed half way. */
    BELIEVES_WHAT_IT_SEES {
        @Override
        Disk on(Disk disk) {
            return new Passing(disk) {
                private byte @Nullable [] read;
                private boolean again;

                @Override
                public byte @Nullable [] read(String name) throws IOException {
                    read = disk.read(name);
                    return read;
                }

                @Override
                public void write(String name, byte[] bytes) throws IOException {
                    again = Arrays.equals(bytes, read);
                    if (!again) {
                        disk.write(name, bytes);
                    }
                }

                @Override
                public void sync(String name) throws IOException {
                    if (!again) {
                        disk.sync(name);
                    }
                }

                @Override
                public void rename(String from, String to) throws IOException {
                    if (!again) {
                        disk.rename(from, to);
                    }
                }

                @Override
                public void syncNames() throws IOException {
                    if (!again) {
                        disk.syncNames();
                    }
                }
            };
        }
    },

    /** Writes over what it signed last. */
    WRITES_IN_PLACE {
        @Override
        Disk on(Disk disk) {
            return new Passing(disk) {
                @Override
                public void write(String name, byte[] bytes) throws IOException {
                    disk.write(inPlace(name), bytes);
                }

                @Override
                public void sync(String name) throws IOException {
                    disk.sync(inPlace(name));
                }

                @Override
                public void rename(String from, String to) {}

                private static String inPlace(String name) {
                    return name.replace(".new", "");
                }
            };
        }
    };

    abstract Disk on(Disk disk);

    /** What runs when an answer has left. */
    static void answered(Disk disk) throws IOException {
        if (disk instanceof Late late) {
            late.catchUp();
        }
    }

    private static class Passing implements Disk {
        private final Disk disk;

        Passing(Disk disk) {
            this.disk = disk;
        }

        @Override
        public byte @Nullable [] read(String name) throws IOException {
            return disk.read(name);
        }

        @Override
        public void write(String name, byte[] bytes) throws IOException {
            disk.write(name, bytes);
        }

        @Override
        public void sync(String name) throws IOException {
            disk.sync(name);
        }

        @Override
        public void rename(String from, String to) throws IOException {
            disk.rename(from, to);
        }

        @Override
        public void syncNames() throws IOException {
            disk.syncNames();
        }
    }

    private static final class Late extends Passing {

        private interface Work {
            void run() throws IOException;
        }

        private final List<Work> later = new ArrayList<>();

        Late(Disk disk) {
            super(disk);
        }

        void catchUp() throws IOException {
            List<Work> now = List.copyOf(later);
            later.clear();
            for (Work work : now) {
                work.run();
            }
        }

        @Override
        public void write(String name, byte[] bytes) {
            later.add(() -> super.write(name, bytes));
        }

        @Override
        public void sync(String name) {
            later.add(() -> super.sync(name));
        }

        @Override
        public void rename(String from, String to) {
            later.add(() -> super.rename(from, to));
        }

        @Override
        public void syncNames() {
            later.add(super::syncNames);
        }
    }
}
