package org.ridgeline.app.main;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/// What Spring scans: the doors. The rooms behind them are plain Java and come ready-made.
@SpringBootApplication(
    scanBasePackages = {
      "org.ridgeline.app.rest",
      "org.ridgeline.app.console",
      "org.ridgeline.app.redress"
    })
public class WebApplication {}
