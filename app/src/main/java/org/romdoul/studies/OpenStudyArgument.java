package org.romdoul.studies;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands a page the study of its address, in the hands of the person at work. Not there and not allowed are the same 404. */
@Component
class OpenStudyArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    // Looked up late: MVC is set up before the rooms are.
    private final ObjectProvider<Studies> studies;

    OpenStudyArgument(ObjectProvider<Studies> studies) {
        this.studies = studies;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == OpenStudy.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer page,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binding) {
        return Actors.current()
                .flatMap(actor -> studies.getObject().open(code(request), actor))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String code(NativeWebRequest request) {
        var variables =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return variables instanceof Map<?, ?> map && map.get("code") instanceof String value ? value : "";
    }
}
