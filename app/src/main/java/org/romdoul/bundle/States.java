package org.romdoul.bundle;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.romdoul.vault.SealedRef;
import org.romdoul.vault.Vault;

/**
 * What a copy does with each sealed value and each file that the case refers to, by id. Whatever nobody chose is withheld, and listed
 * as withheld. Names and the like never leave in a copy: whoever must know one opens it on its page, for a reason.
 */
final class States {

    private States() {}

    /** @param kind what kind of value a reference stands for */
    static SortedMap<String, String> words(List<Event> events, Chosen chosen, Function<SealedRef, Vault.Kind> kind) {
        var states = new TreeMap<String, String>();
        for (var event : events)
            for (var words : event.words())
                states.put(words.ref().id().toString(), state(words.ref(), chosen, kind.apply(words.ref())));
        return states;
    }

    private static String state(SealedRef ref, Chosen chosen, Vault.Kind kind) {
        return switch (kind) {
            case ERASED -> CopyList.ERASED;
            case IDENTITY -> CopyList.WITHHELD;
            case CONTENT -> chosen.words().contains(ref.id()) ? CopyList.OPENED : CopyList.WITHHELD;
        };
    }

    static SortedMap<String, String> files(List<Event> events, Chosen chosen) {
        var states = new TreeMap<String, String>();
        for (var event : events)
            for (var file : event.files()) {
                var id = file.id();
                if (chosen.decrypted().contains(id))
                    states.put(id.toString(), CopyList.DECRYPTED + Extensions.of(event.type()));
                else states.put(id.toString(), chosen.sealed().contains(id) ? CopyList.SEALED : CopyList.WITHHELD);
            }
        return states;
    }
}
