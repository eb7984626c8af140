package syndication.publish;

import java.util.Arrays;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Whether this process shows the site: `syndicate.publish.roles` holds `site`, or nothing is said.
final class SiteRole implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return Binder.get(context.getEnvironment())
        .bind("syndicate.publish.roles", String[].class)
        .map(it -> Arrays.asList(it).contains("site"))
        .orElse(true);
  }
}
