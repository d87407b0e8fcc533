package org.ridgeline.app.system;

import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/// One mapping of the server: an address, a method and what it takes.
/// - **Shape** `body`: the record that a JSON body becomes
record Door(
    String method,
    String pattern,
    List<Slot> slots,
    Optional<Class<?>> body,
    HandlerMethod handler) {
  /// What the web layer gives a handler, whatever was sent.
  private static final Set<String> GIVEN =
      Set.of(
          "HttpServletRequest",
          "HttpServletResponse",
          "HttpSession",
          "BindingResult",
          "HttpMethod",
          "HttpHeaders",
          "Model",
          "Principal",
          "Locale",
          "RedirectAttributes",
          "Authentication",
          "OfAgency",
          "OfOffice",
          "OfOwner",
          "WebRequest");

  enum Kind {
    PATH,
    FIELD,
    FILE
  }

  /// A place where a sender's text goes.
  record Slot(String name, Kind kind, Class<?> type) {}

  static List<Door> of(Map<RequestMappingInfo, HandlerMethod> mappings) {
    List<Door> doors = new ArrayList<>();
    mappings.forEach((info, handler) -> {
      Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
      for (String pattern : info.getPathPatternsCondition().getPatternValues()) {
        for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
          doors.add(of(method.name(), pattern, handler));
        }
      }
    });
    doors.sort(java.util.Comparator.comparing(door -> door.pattern + " " + door.method));
    return doors;
  }

  private static Door of(String method, String pattern, HandlerMethod handler) {
    List<Slot> slots = new ArrayList<>();
    Optional<Class<?>> body = Optional.empty();
    for (MethodParameter parameter : handler.getMethodParameters()) {
      Parameter own = parameter.getParameter();
      if (own.isAnnotationPresent(RequestBody.class)) {
        body = Optional.of(own.getType());
      } else {
        slots.addAll(slots(own));
      }
    }
    return new Door(method, pattern, List.copyOf(slots), body, handler);
  }

  private static List<Slot> slots(Parameter own) {
    Class<?> type = own.getType();
    if (own.isAnnotationPresent(PathVariable.class)) {
      return List.of(new Slot(own.getName(), Kind.PATH, type));
    }
    if (own.isAnnotationPresent(RequestParam.class)) {
      return List.of(new Slot(own.getName(), Kind.FIELD, type));
    }
    if (type.isRecord() && !GIVEN.contains(type.getSimpleName())) {
      List<Slot> slots = new ArrayList<>();
      for (RecordComponent part : type.getRecordComponents()) {
        boolean isFile = MultipartFile.class.isAssignableFrom(part.getType());
        slots.add(new Slot(part.getName(), isFile ? Kind.FILE : Kind.FIELD, part.getType()));
      }
      return slots;
    }
    if (!GIVEN.contains(type.getSimpleName())) {
      throw new AssertionError("a parameter the fuzz does not know: " + own);
    }
    return List.of();
  }

  boolean hasFile() {
    return slots.stream().anyMatch(slot -> slot.kind() == Kind.FILE);
  }

  @Override
  public String toString() {
    return method + " " + pattern;
  }
}
