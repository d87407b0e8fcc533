package org.ridgeline.console.page;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/// Has every page pass through [TableWords] and [Refill].
@Component
final class Refilling implements IPostProcessorDialect {
  private static final int PRECEDENCE = 1000;

  @Override
  public String getName() {
    return "refilling";
  }

  @Override
  public int getDialectPostProcessorPrecedence() {
    return PRECEDENCE;
  }

  @Override
  public Set<IPostProcessor> getPostProcessors() {
    return Set.of(
        new PostProcessor(TemplateMode.HTML, TableWords.class, PRECEDENCE),
        new PostProcessor(TemplateMode.HTML, Refill.class, PRECEDENCE + 1));
  }
}
