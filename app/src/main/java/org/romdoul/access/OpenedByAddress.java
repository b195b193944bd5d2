package org.romdoul.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Hands a page what its address names, opened by the person at work. Not there and not allowed are the same 404.
 *
 * @param <T> what having it permits
 */
public abstract class OpenedByAddress<T> implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final Class<T> type;
    private final String variable;

    /** @param variable of the address that names it */
    protected OpenedByAddress(Class<T> type, String variable) {
        this.type = type;
        this.variable = variable;
    }

    /** @return nothing where there is no such thing, or it is not hers to open */
    protected abstract Optional<T> open(String named, Actor actor);

    @Override
    public final void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public final boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == type;
    }

    @Override
    public final Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer page,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binding) {
        return Actors.current()
                .flatMap(actor -> open(named(request), actor))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String named(NativeWebRequest request) {
        var variables =
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return variables instanceof Map<?, ?> map && map.get(variable) instanceof String value ? value : "";
    }
}
