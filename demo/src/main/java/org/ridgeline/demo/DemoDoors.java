package org.ridgeline.demo;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/// The doors that only a demo has: a server is started with this class, or has none of them.
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class DemoDoors {}
