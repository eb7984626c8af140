package syndication.ingest.http;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import syndication.ingest.websub.Callbacks;
import syndication.ingest.websub.Callbacks.Push;
import syndication.ingest.websub.Callbacks.Taken;
import syndication.ingest.websub.SubscriptionPolicy.Question;

/// Where WebSub hubs ask back and push to. The path itself is the credential; what is pushed counts
/// only with a right signature.
@RestController
@RequestMapping("/websub")
final class WebSubController {

  /// As of a feed that is polled.
  private static final int PUSH_BYTES_MAX = 10 * 1024 * 1024;

  private final Callbacks callbacks;

  WebSubController(Callbacks callbacks) {
    this.callbacks = callbacks;
  }

  @GetMapping("/{token}")
  ResponseEntity<String> verify(
      @PathVariable String token,
      @RequestParam(name = "hub.mode", required = false) @Nullable String mode,
      @RequestParam(name = "hub.topic", required = false) @Nullable String topic,
      @RequestParam(name = "hub.challenge", required = false) @Nullable String challenge,
      @RequestParam(name = "hub.lease_seconds", required = false) @Nullable String lease,
      @RequestParam(name = "hub.reason", required = false) @Nullable String reason) {
    var question = new Question(mode, topic, challenge, lease, reason);
    return callbacks
        .verify(token, question)
        .map(echo ->
            // The challenge is a stranger's text: never to be taken for anything but text.
            ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .header("X-Content-Type-Options", "nosniff")
                .body(echo))
        .orElseThrow(
            () -> Problem.of(Problem.Kind.NOT_FOUND, "We have not asked for this.").asException());
  }

  @PostMapping("/{token}")
  ResponseEntity<Void> push(@PathVariable String token, HttpServletRequest request) {
    if (!callbacks.expects(token)) {
      return answer(Taken.UNKNOWN);
    }
    byte[] body;
    try {
      body = BoundedBody.readOrEmpty(request, PUSH_BYTES_MAX);
    } catch (ProblemException e) {
      callbacks.tooLarge(token);
      throw e;
    }
    String signature = request.getHeader("X-Hub-Signature");
    return answer(callbacks.take(new Push(token, body, request.getContentType(), signature)));
  }

  private static ResponseEntity<Void> answer(Taken taken) {
    HttpStatus status =
        switch (taken) {
          case ENTRIES -> HttpStatus.NO_CONTENT;
          case HINT -> HttpStatus.ACCEPTED;
          // Tells the hub to stop.
          case UNKNOWN -> HttpStatus.GONE;
        };
    return ResponseEntity.status(status).build();
  }
}
