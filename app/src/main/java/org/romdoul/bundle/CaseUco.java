package org.romdoul.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.romdoul.blobs.BlobRef;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The case as other tools read it: the smallest CASE/UCO graph that says which exhibits there are and what their files hash to
 * (ontology.caseontology.org, ontology.unifiedcyberontology.org; JSON-LD).
 */
final class CaseUco {

    private static final String CASE = "https://ontology.caseontology.org/case/";
    private static final String UCO = "https://ontology.unifiedcyberontology.org/uco/";

    private static final Map<String, String> CONTEXT = ordered(
            "case-investigation", CASE + "investigation/",
            "uco-core", UCO + "core/",
            "uco-observable", UCO + "observable/",
            "uco-types", UCO + "types/",
            "uco-vocabulary", UCO + "vocabulary/",
            "xsd", "http://www.w3.org/2001/XMLSchema#");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private CaseUco() {}

    static String of(Draft copy) {
        var records = new ArrayList<Map<String, Object>>();
        var objects = new ArrayList<Map<String, String>>();
        for (var event : copy.events()) {
            if (event.files().isEmpty()) continue;
            objects.add(reference(event.fact()));
            records.add(provenance(event));
            event.files().forEach(file -> records.add(file(file)));
        }
        var graph = new ArrayList<Map<String, Object>>();
        graph.add(ordered(
                "@id",
                urn(copy.scope()),
                "@type",
                "case-investigation:Investigation",
                "uco-core:name",
                copy.code(),
                "uco-core:object",
                objects));
        graph.addAll(records);
        return JSON.writeValueAsString(ordered("@context", CONTEXT, "@graph", graph)) + "\n";
    }

    private static Map<String, Object> provenance(Event event) {
        var files = event.files().stream().map(file -> reference(file.id())).toList();
        return ordered(
                "@id",
                urn(event.fact()),
                "@type",
                "case-investigation:ProvenanceRecord",
                "case-investigation:exhibitNumber",
                event.label(),
                "uco-core:objectCreatedTime",
                typed("xsd:dateTime", event.recorded().toString()),
                "uco-core:object",
                files);
    }

    private static Map<String, Object> file(BlobRef file) {
        var hash = ordered(
                "@id",
                urn(file.id()) + "#hash",
                "@type",
                "uco-types:Hash",
                "uco-types:hashMethod",
                typed("uco-vocabulary:HashNameVocab", "SHA256"),
                "uco-types:hashValue",
                typed("xsd:hexBinary", file.sha256()));
        var content = ordered(
                "@id",
                urn(file.id()) + "#content",
                "@type",
                "uco-observable:ContentDataFacet",
                "uco-observable:sizeInBytes",
                typed("xsd:integer", Long.toString(file.size())),
                "uco-observable:hash",
                List.of(hash));
        return ordered("@id", urn(file.id()), "@type", "uco-observable:File", "uco-core:hasFacet", List.of(content));
    }

    private static Map<String, String> typed(String type, String value) {
        return ordered("@type", type, "@value", value);
    }

    private static Map<String, String> reference(UUID id) {
        return Map.of("@id", urn(id));
    }

    private static String urn(UUID id) {
        return "urn:uuid:" + id;
    }

    @SuppressWarnings("unchecked")
    private static <T> Map<String, T> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, T>();
        for (var i = 0; i < pairs.length; i += 2) map.put((String) pairs[i], (T) pairs[i + 1]);
        return map;
    }
}
