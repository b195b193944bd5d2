package org.romdoul.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.romdoul.blobs.StoreFull;
import org.romdoul.cases.OpenCase;
import org.romdoul.evidence.Receiving.Answer;
import org.romdoul.evidence.UploadRows.Upload;
import org.romdoul.input.Forms;
import org.romdoul.input.PartialDate;
import org.romdoul.input.PlainText;
import org.romdoul.input.Typed;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.server.ResponseStatusException;

/**
 * Files in pieces, for programs: the core of tus 1.0 (tus.io/protocols/resumable-upload) with its creation, and a last request
 * that makes the whole an exhibit. The sender chooses the id, and so finds her upload again after anything.
 */
@Controller
@RequestMapping("/c/{case}/exhibits/uploads")
class UploadPages {

    private static final String VERSION = "1.0.0";

    private final Uploads uploads;
    private final Limits limits;
    private final MessageSource messages;

    UploadPages(Uploads uploads, Limits limits, MessageSource messages) {
        this.uploads = uploads;
        this.limits = limits;
        this.messages = messages;
    }

    record Form(
            @Nullable String origin,
            @Nullable String place,
            @Nullable String seal,
            @Nullable String words,
            @Nullable String happened,
            @Nullable String name,
            @Nullable String type,
            @Nullable String sha256) {}

    @PostMapping
    ResponseEntity<Void> begin(
            OpenCase file, @RequestHeader("Upload-Length") long length, @RequestHeader("Romdoul-Upload") String id) {
        if (length > limits.largest().toBytes()) return status(HttpStatus.CONTENT_TOO_LARGE);
        if (length < 1) return status(HttpStatus.BAD_REQUEST);
        return uploads.begin(file, Forms.fact(id), length)
                .map(upload -> ResponseEntity.created(
                                URI.create("/c/" + file.code().value() + "/exhibits/uploads/" + upload.id()))
                        .header("Tus-Resumable", VERSION)
                        .header("Upload-Offset", Long.toString(upload.offset()))
                        .<Void>build())
                .orElseGet(() -> status(HttpStatus.CONFLICT));
    }

    @RequestMapping(path = "/{upload}", method = RequestMethod.HEAD)
    ResponseEntity<Void> where(OpenCase file, @PathVariable UUID upload) {
        var found = find(file, upload);
        return ResponseEntity.ok()
                .header("Tus-Resumable", VERSION)
                .header("Upload-Offset", Long.toString(found.offset()))
                .header("Upload-Length", Long.toString(found.length()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @PatchMapping("/{upload}")
    ResponseEntity<Void> append(
            OpenCase file,
            @PathVariable UUID upload,
            @RequestHeader("Upload-Offset") long offset,
            HttpServletRequest request)
            throws IOException {
        var found = find(file, upload);
        if (found.offset() != offset) return status(HttpStatus.CONFLICT);
        try {
            return uploads.append(found, file.id(), request.getInputStream())
                    .map(now -> ResponseEntity.noContent()
                            .header("Tus-Resumable", VERSION)
                            .header("Upload-Offset", Long.toString(now))
                            .<Void>build())
                    .orElseGet(() -> status(HttpStatus.CONFLICT));
        } catch (StoreFull full) {
            return status(HttpStatus.INSUFFICIENT_STORAGE);
        }
    }

    /** The whole becomes an exhibit. Sent again after an answer that was lost, it is the same one. */
    @PostMapping("/{upload}")
    ResponseEntity<String> finish(
            OpenCase file, @PathVariable UUID upload, @ModelAttribute("form") Form form, Locale locale) {
        var described = described(form);
        var told = new Uploads.Told(form.name(), form.type(), form.sha256());
        var found = find(file, upload);
        if (!found.isWhole()) return text(HttpStatus.CONFLICT, "");
        return switch (uploads.finish(file, found, described, told)) {
            case Answer.Received done -> text(HttpStatus.CREATED, done.exhibit().code());
            case Answer.Refused no -> text(HttpStatus.UNPROCESSABLE_CONTENT, said(no, form.name(), locale));
        };
    }

    private String said(Answer.Refused no, @Nullable String name, Locale locale) {
        var arguments = new ArrayList<Object>();
        arguments.add(FileNames.shown(name == null ? "" : name));
        arguments.addAll(no.arguments());
        return Objects.requireNonNull(messages.getMessage(no.reason(), arguments.toArray(), no.reason(), locale));
    }

    private static Described described(Form form) {
        var origin = Forms.chosen(Exhibit.Origin.class, form.origin());
        var words = PlainText.required(form.words(), PlainText.PARAGRAPH);
        var happened = PartialDate.parse(form.happened() == null ? "" : form.happened());
        var place = ShortCodes.place(form.place());
        var seal = ShortCodes.seal(form.seal());
        if (origin.isPresent()
                && happened.isPresent()
                && words instanceof Typed.Value<String> said
                && place instanceof Typed.Value<String> where
                && seal instanceof Typed.Value<String> number)
            return new Described(
                    origin.get(),
                    ShortCodes.orNull(where.value()),
                    ShortCodes.orNull(number.value()),
                    said.value(),
                    happened.get());
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }

    private Upload find(OpenCase file, UUID upload) {
        return uploads.find(file, upload).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ResponseEntity<Void> status(HttpStatus status) {
        return ResponseEntity.status(status).header("Tus-Resumable", VERSION).build();
    }

    private static ResponseEntity<String> text(HttpStatus status, String words) {
        return ResponseEntity.status(status)
                .header("Content-Type", "text/plain;charset=UTF-8")
                .body(words);
    }
}
