package org.ridgeline.app;

import javax.sql.DataSource;
import org.ridgeline.exchange.Trail;
import org.ridgeline.exchange.identify.Cards;
import org.ridgeline.exchange.renew.TemplateRenewals;
import org.ridgeline.exchange.submission.RepositoryName;
import org.ridgeline.extract.Extractor;
import org.ridgeline.node.DataFolder;
import org.ridgeline.repository.Renewer;
import org.ridgeline.repository.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// Templates made anew. Opens no gallery: a server may have them.
@Configuration(proxyBeanMethods = false)
@Lazy
class RenewalWiring {
  @Bean
  TemplateRenewals templateRenewals(DataFolder folder, Cards cards, Trail trail) {
    return new TemplateRenewals(name -> renewer(folder, name), cards, trail);
  }

  private static Renewer renewer(DataFolder folder, RepositoryName name) {
    DataSource data = DataWiring.data(folder, name);
    Repository.migrate(DataWiring.profile(name), data);
    return new Renewer(data, Extractor.VERSION);
  }
}
