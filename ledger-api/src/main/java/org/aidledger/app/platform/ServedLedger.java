package org.aidledger.app.platform;

import org.aidledger.gateway.LedgerGateway;
import org.aidledger.log.Checkpoints;
import org.aidledger.log.PublishedLog;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** Hands the parts of an open ledger to the interfaces, which see no more of it than they are handed. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({"org.aidledger.app.security", "org.aidledger.app.rest", "org.aidledger.app.web"})
class ServedLedger {

    @Bean(destroyMethod = "")
    LedgerGateway gateway(Ledger ledger) {
        return ledger.gateway();
    }

    @Bean
    Checkpoints checkpoints(Ledger ledger) {
        return ledger.checkpoints();
    }

    @Bean
    PublishedLog published(Ledger ledger) {
        return ledger.published();
    }
}
