// Actions, their keys, the buttons that show them and the help that lists them.

const SWITCH = "workbench single keys";

// An action is { name, keys, shown, label, group, run }. `keys` are values of KeyboardEvent.key,
// with "Control+" before those that need it; `shown` is what a person reads.
export class Keys {
  #byKey = new Map();
  #actions;
  #areOn;

  constructor(actions) {
    this.#actions = actions;
    for (const action of actions) {
      action.keys.forEach((key) => this.#byKey.set(key, action));
    }
    this.#areOn = localStorage.getItem(SWITCH) !== "off";
    document.addEventListener("keydown", (event) => this.#press(event));
    this.#buttons();
    this.#help();
  }

  #press(event) {
    const name = (event.ctrlKey || event.metaKey ? "Control+" : "") + event.key;
    const action = this.#byKey.get(name) ?? this.#byKey.get(name.toLowerCase());
    const isPlain = event.key.length === 1 && !name.startsWith("Control+");
    const isOff = isPlain && !this.#areOn && event.key !== "?";
    if (!action || isOff || event.altKey || event.defaultPrevented || isTaken(event)) {
      return;
    }
    if (action.run(event) !== false) {
      event.preventDefault();
    }
  }

  #buttons() {
    for (const button of document.querySelectorAll("[data-action]")) {
      const action = this.#actions.find(({ name }) => name === button.dataset.action);
      if (button.tagName !== "SUMMARY") {
        button.addEventListener("click", (event) => action.run(event, button));
      }
      button.setAttribute("aria-keyshortcuts", action.keys[0]);
      button.title = `${action.label} (${action.shown})`;
      const key = document.createElement("kbd");
      key.textContent = action.shown;
      key.setAttribute("aria-hidden", "true");
      button.append(" ", key);
    }
  }

  #help() {
    const groups = Map.groupBy
      ? Map.groupBy(this.#actions, ({ group }) => group)
      : this.#actions.reduce((m, a) => m.set(a.group, [...(m.get(a.group) ?? []), a]), new Map());
    const place = document.getElementById("help-keys");
    for (const [group, actions] of groups) {
      const section = place.appendChild(document.createElement("section"));
      section.appendChild(document.createElement("h3")).textContent = group;
      const list = section.appendChild(document.createElement("dl"));
      for (const { shown, label } of actions) {
        const term = list.appendChild(document.createElement("dt"));
        term.appendChild(document.createElement("kbd")).textContent = shown;
        list.appendChild(document.createElement("dd")).textContent = label;
      }
    }
    const toggle = document.getElementById("single-keys");
    toggle.checked = this.#areOn;
    toggle.addEventListener("change", () => {
      this.#areOn = toggle.checked;
      localStorage.setItem(SWITCH, this.#areOn ? "on" : "off");
    });
  }
}

// Keys that belong to the field the person is in, or to an open dialog.
function isTaken({ target, key }) {
  if (document.querySelector("dialog[open]")) {
    return true;
  }
  if (target.matches("textarea, select, input:not([type=radio], [type=range], [type=checkbox])")) {
    return true;
  }
  return target.matches("input") && (key.startsWith("Arrow") || key === "Home");
}
