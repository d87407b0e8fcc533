package org.ridgeline.cli.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds what depends on itself by way of others.
final class Cycles {
  private final Map<String, Set<String>> arrows;
  private final Map<String, Integer> lowest = new TreeMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final List<Set<String>> found = new ArrayList<>();
  private int next;

  private Cycles(Map<String, Set<String>> arrows) {
    this.arrows = arrows;
  }

  /// Groups of which each depends on each other one, two or more in a group.
  static List<Set<String>> of(Map<String, Set<String>> arrows) {
    Cycles cycles = new Cycles(arrows);
    for (String node : new TreeSet<>(arrows.keySet())) {
      if (!cycles.lowest.containsKey(node)) {
        cycles.visit(node);
      }
    }
    return cycles.found;
  }

  /// Between files: a nested class counts with its outermost.
  static List<Set<String>> betweenFiles(Iterable<JavaClass> classes) {
    return of(arrows(classes, Cycles::file));
  }

  /// Between packages, the root package of a room with them.
  static List<Set<String>> betweenPackages(Iterable<JavaClass> classes) {
    return of(arrows(classes, JavaClass::getPackageName));
  }

  private static Map<String, Set<String>> arrows(
      Iterable<JavaClass> classes, Function<JavaClass, String> place) {
    Map<String, Set<String>> arrows = new TreeMap<>();
    for (JavaClass one : classes) {
      arrows
          .computeIfAbsent(place.apply(one), _ -> new TreeSet<>())
          .addAll(
              one.getDirectDependenciesFromSelf().stream()
                  .map(arrow -> arrow.getTargetClass().getBaseComponentType())
                  .filter(target -> target.getName().startsWith("org.ridgeline."))
                  .map(place)
                  .collect(Collectors.toSet()));
    }
    return arrows;
  }

  private static String file(JavaClass one) {
    int nested = one.getName().indexOf('$');
    return nested < 0 ? one.getName() : one.getName().substring(0, nested);
  }

  /// Tarjan's strongly connected components.
  private int visit(String node) {
    int number = next++;
    lowest.put(node, number);
    open.push(node);
    int low = number;
    for (String to : arrows.getOrDefault(node, Set.of())) {
      if (!lowest.containsKey(to)) {
        low = Math.min(low, visit(to));
      } else if (open.contains(to)) {
        low = Math.min(low, lowest.get(to));
      }
    }
    lowest.put(node, low);
    if (low == number) {
      close(node);
    }
    return low;
  }

  private void close(String node) {
    Set<String> group = new TreeSet<>();
    String last;
    do {
      last = open.pop();
      group.add(last);
    } while (!last.equals(node));
    if (group.size() > 1) {
      found.add(group);
    }
  }
}
