package org.romdoul.cases;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Actor;
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

/** Hands a page the case of its address and the person at work. Not there and not allowed are the same 404. */
@Component
class OpenCaseArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    // Looked up late: MVC is set up before the rooms are.
    private final ObjectProvider<Cases> cases;

    OpenCaseArgument(ObjectProvider<Cases> cases) {
        this.cases = cases;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == OpenCase.class || parameter.getParameterType() == Actor.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer page,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binding) {
        var actor = Actors.current().orElseThrow(OpenCaseArgument::notFound);
        if (parameter.getParameterType() == Actor.class) return actor;
        return CaseCode.parse(pathVariable(request, "case"))
                .flatMap(code -> cases.getObject().open(code, actor))
                .orElseThrow(OpenCaseArgument::notFound);
    }

    private static String pathVariable(NativeWebRequest request, String name) {
        var variables =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return variables instanceof Map<?, ?> map && map.get(name) instanceof String value ? value : "";
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
