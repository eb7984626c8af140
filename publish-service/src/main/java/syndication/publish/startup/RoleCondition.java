package syndication.publish.startup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// Whether a role is among `syndicate.publish.roles`; without the property all are.
final class RoleCondition implements Condition {

  private static final String PROPERTY = "syndicate.publish.roles";

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    String roles = context.getEnvironment().getProperty(PROPERTY, "");
    if (roles.isBlank()) {
      return true;
    }
    Map<String, ?> attributes = metadata.getAnnotationAttributes(ConditionalOnRole.class.getName());
    return attributes != null
        && attributes.get("value") instanceof Role role
        && Arrays.stream(roles.split(","))
            .anyMatch(it -> it.strip().toUpperCase(Locale.ROOT).equals(role.name()));
  }
}
