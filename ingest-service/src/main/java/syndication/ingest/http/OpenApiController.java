package syndication.ingest.http;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Serves the description of this service's HTTP interface.
@RestController
final class OpenApiController {

  @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
  Resource description() {
    return new ClassPathResource("openapi.json");
  }
}
