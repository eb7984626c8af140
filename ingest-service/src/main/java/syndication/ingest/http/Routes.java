package syndication.ingest.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// What can be asked here, for callers who asked for something else.
final class Routes {

  /// Enough for a slip in one word; the rest is in the description.
  private static final int NAMED_MAX = 3;

  private static final String API = "/api/";
  private static final String ADMIN = "/api/admin";

  private final Supplier<RequestMappingHandlerMapping> mapping;

  /// @param mapping asked late: it knows its routes only when the service has started
  Routes(Supplier<RequestMappingHandlerMapping> mapping) {
    this.mapping = mapping;
  }

  private record Route(String method, String path) {

    int inCommonWith(String asked) {
      int most = Math.min(path.length(), asked.length());
      int at = 0;
      while (at < most && path.charAt(at) == asked.charAt(at)) {
        at++;
      }
      return at;
    }
  }

  /// Those that begin like what was asked for, as words; the operator's only for who asked for one.
  String like(String asked) {
    boolean admin = asked.startsWith(ADMIN);
    return all().stream()
            .filter(it -> it.path().startsWith(API) && it.path().startsWith(ADMIN) == admin)
            .sorted(
                Comparator.comparingInt((Route it) -> it.inCommonWith(asked))
                    .reversed()
                    .thenComparing(Route::path)
                    .thenComparing(Route::method))
            .limit(NAMED_MAX)
            .map(it -> it.method() + " " + it.path())
            .collect(Collectors.joining(", "))
        + "; all that there is: GET /openapi.json";
  }

  private List<Route> all() {
    List<Route> it = new ArrayList<>();
    mapping
        .get()
        .getHandlerMethods()
        .forEach((info, handler) -> {
          // The framework's own page for errors is no route of ours.
          if (handler.getBeanType().getPackageName().startsWith("syndication.")) {
            it.addAll(routes(info));
          }
        });
    return it;
  }

  private static List<Route> routes(RequestMappingInfo info) {
    List<Route> it = new ArrayList<>();
    for (String path : info.getPatternValues()) {
      for (RequestMethod method : info.getMethodsCondition().getMethods()) {
        it.add(new Route(method.name(), path));
      }
    }
    return it;
  }
}
