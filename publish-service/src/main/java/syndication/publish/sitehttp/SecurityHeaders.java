package syndication.publish.sitehttp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Tells browsers what a page of the site may do: show text, our style and pictures over https.
/// Nothing runs, whatever an article may hold.
public final class SecurityHeaders extends OncePerRequestFilter {

  private static final String POLICY =
      "default-src 'none'; img-src 'self' https: data:; style-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  private final boolean https;

  /// @param https whether readers come over https only
  public SecurityHeaders(boolean https) {
    this.https = https;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    if (https) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    chain.doFilter(request, response);
  }
}
