// Talks to the server about one task.

export const ENDED = "ended"; // the session
export const LOST = "lost"; // the network
export const REFUSED = "refused"; // by the server, with a problem document

// What came instead of an answer. The examiner's work is kept in every case.
export class Trouble extends Error {
  constructor(kind, title, detail) {
    super(detail);
    Object.assign(this, { kind, title, detail });
  }
}

export class Server {
  #base;
  #token;

  constructor(task) {
    this.#base = `/examine/${encodeURIComponent(task)}`;
    this.#token = document.querySelector("meta[name=csrf]")?.content ?? "";
  }

  work() {
    return this.#ask(`${this.#base}/work.json`, {});
  }

  verdict(verdict) {
    return this.#post(`${this.#base}/verdict`, verdict);
  }

  // `interest`: whether it is a conflict of interest.
  skip(reason, interest) {
    return this.#post(`${this.#base}/skip`, { reason, interest });
  }

  #post(path, body) {
    const headers = { "Content-Type": "application/json", "X-CSRF-TOKEN": this.#token };
    return this.#ask(path, { method: "POST", headers, body: JSON.stringify(body) });
  }

  async #ask(path, options) {
    const headers = { Accept: "application/json, application/problem+json", ...options.headers };
    let answer;
    try {
      answer = await fetch(path, { ...options, headers, redirect: "manual", cache: "no-store" });
    } catch {
      throw new Trouble(LOST, "No connection", "The server could not be reached.");
    }
    if (answer.status === 401 || answer.type === "opaqueredirect") {
      throw new Trouble(ENDED, "Your session has ended", "Log in again, then reload this page.");
    }
    const body = await answer.json().catch(() => null);
    if (!answer.ok || body === null) {
      const title = body?.title ?? `The server answered ${answer.status}`;
      throw new Trouble(REFUSED, title, body?.detail ?? "It gave no reason. Try again.");
    }
    return body;
  }
}
