package syndication.publish.sitehttp;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import syndication.publish.site.page.Frame.Navigation;
import syndication.publish.site.page.MessageView;
import syndication.publish.site.page.Pages;

/// Pages for what went wrong, in the site's own words.
@RestControllerAdvice(
    assignableTypes = {SiteController.class, FeedController.class, PullController.class})
public final class SiteErrors implements ErrorViewResolver {

  private static final Logger logger = LoggerFactory.getLogger(SiteErrors.class);

  private final Pages pages;

  public SiteErrors(Pages pages) {
    this.pages = pages;
  }

  /// The database does not answer: a reader may come back soon.
  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ResponseEntity<byte[]> unavailable(RuntimeException cause, HttpServletRequest request) {
    logger
        .atWarn()
        .addKeyValue("path", request.getRequestURI())
        .addKeyValue("reason", cause.getMessage())
        .log("the site's database did not answer");
    String page =
        pages.message(
            new MessageView(
                503, "Back in a moment", "The site cannot reach its articles just now."),
            Navigation.EMPTY);
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .contentType(Answer.HTML)
        .header("Retry-After", "5")
        .body(page.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public @Nullable ModelAndView resolveErrorView(
      HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
    String page =
        pages.message(
            status.is4xxClientError()
                ? new MessageView(
                    status.value(),
                    "There is nothing at this address",
                    "It may be mistyped, or what it led to is no longer here.")
                : new MessageView(
                    status.value(), "Something went wrong", "It is not your fault. Try again."),
            Navigation.EMPTY);
    View view =
        (_, _, response) -> {
          response.setContentType(Answer.HTML.toString());
          response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
        };
    var answer = new ModelAndView(view);
    answer.setStatus(status);
    return answer;
  }
}
