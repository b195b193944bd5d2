package org.romdoul.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** A form that ought to carry files and is none of that kind, or broke on its way: the sender is told, and it is no bug. */
@ControllerAdvice
class BentForms {

    @ExceptionHandler
    void refuse(MultipartException bent, HttpServletResponse response) throws IOException {
        response.sendError(
                bent instanceof MaxUploadSizeExceededException
                        ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                        : HttpServletResponse.SC_BAD_REQUEST);
    }
}
