// What the examiner has done on one task, kept in the window until it is sent.

const UNDO_MAX = 200;
export const KINDS = ["ENDING", "BIFURCATION", "DOT", "OTHER"];

// Fires "change" after every change.
// - marks: { id, finger, kind, differs, left: {x, y}, right: {x, y} }; `differs` where the prints
//   do not agree in what was marked
// - counts: { id, finger, side, ends: [end, end], measured, count };
//   an end is { mark: id } or {x, y}
export class Work extends EventTarget {
  marks = [];
  counts = [];
  conclusion = "";
  note = "";
  seconds = 0;
  looked = [];
  #key;
  #storage;
  #past = [];
  #future = [];
  #sent = false;

  constructor(task, storage) {
    super();
    this.#key = `workbench ${task}`;
    this.#storage = storage;
  }

  // Takes up what an earlier page of this window left; says whether there was anything.
  restore() {
    try {
      const kept = JSON.parse(this.#storage.getItem(this.#key) ?? "null");
      Object.assign(this, kept ?? {});
      return kept !== null && this.isUnsent;
    } catch {
      return false;
    }
  }

  save() {
    if (this.#sent) {
      return;
    }
    const { marks, counts, conclusion, note, seconds, looked } = this;
    const kept = JSON.stringify({ marks, counts, conclusion, note, seconds, looked });
    this.#storage.setItem(this.#key, kept);
  }

  // After sending: nothing stays in the window.
  sent() {
    this.#sent = true;
    this.#storage.removeItem(this.#key);
  }

  get isUnsent() {
    const any = this.marks.length + this.counts.length > 0 || this.conclusion || this.note;
    return !this.#sent && Boolean(any);
  }

  marksOf(finger) {
    return this.marks.filter((mark) => mark.finger === finger);
  }

  countsOf(finger) {
    return this.counts.filter((count) => count.finger === finger);
  }

  // Marks are numbered from 1 on each finger.
  numberOf(id) {
    const mark = this.marks.find((m) => m.id === id);
    return mark ? this.marksOf(mark.finger).indexOf(mark) + 1 : 0;
  }

  agreeing(finger) {
    return this.marksOf(finger).filter((mark) => !mark.differs);
  }

  get differences() {
    return this.marks.filter((mark) => mark.differs).length;
  }

  // The finger with most agreeing marks, { finger, count }; finger 0 while there is none.
  best() {
    const counts = [...new Set(this.marks.map((mark) => mark.finger))].map((finger) => ({
      finger,
      count: this.agreeing(finger).length,
    }));
    const most = Math.max(0, ...counts.map(({ count }) => count));
    return counts.find(({ count }) => most > 0 && count === most) ?? { finger: 0, count: 0 };
  }

  // `points`: { left, right }.
  addMark(finger, kind, differs, points) {
    const mark = { id: this.#nextId(), finger, kind, differs, ...points };
    this.#change([...this.marks, mark], this.counts);
    return mark;
  }

  setKind(id, kind) {
    this.#alter(id, { kind });
  }

  setDiffers(id, differs) {
    this.#alter(id, { differs });
  }

  // Ridge counts that end on the mark go with it.
  removeMark(id) {
    const endsThere = (count) => count.ends.some((end) => end.mark === id);
    this.#change(
      this.marks.filter((mark) => mark.id !== id),
      this.counts.filter((count) => !endsThere(count)),
    );
  }

  addCount(finger, side, ends, measured) {
    const count = { id: this.#nextId(), finger, side, ends, measured, count: measured };
    this.#change(this.marks, [...this.counts, count]);
    return count;
  }

  correctCount(id, number) {
    this.#change(
      this.marks,
      this.counts.map((count) => (count.id === id ? { ...count, count: number } : count)),
    );
  }

  removeCount(id) {
    this.#change(this.marks, this.counts.filter((count) => count.id !== id));
  }

  endOf(count, index) {
    const end = count.ends[index];
    return end.mark ? this.marks.find((mark) => mark.id === end.mark)[count.side] : end;
  }

  isTied(count) {
    return count.ends.every((end) => end.mark);
  }

  undo() {
    return this.#travel(this.#past, this.#future);
  }

  redo() {
    return this.#travel(this.#future, this.#past);
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  look(finger) {
    if (!this.looked.includes(finger)) {
      this.looked = [...this.looked, finger];
      this.#changed();
    }
  }

  conclude(conclusion, note) {
    this.conclusion = conclusion;
    this.note = note;
    this.#changed();
  }

  // The verdict as the server takes it: marks by finger, in the order of their numbers.
  verdict() {
    const fingers = [...new Set(this.marks.map((mark) => mark.finger))].sort((a, b) => a - b);
    const marks = fingers
      .flatMap((finger) => this.marksOf(finger))
      .map(({ finger, left, right, kind, differs }) => ({
        finger,
        leftX: left.x,
        leftY: left.y,
        rightX: right.x,
        rightY: right.y,
        kind,
        differs: Boolean(differs),
      }));
    const ridgeCounts = this.counts
      .filter((count) => this.isTied(count))
      .map(({ finger, side, ends, count }) => {
        const [from, to] = ends.map((end) => this.numberOf(end.mark));
        return { finger, side, from, to, count };
      });
    const { conclusion, note } = this;
    const seconds = Math.round(this.seconds);
    return { conclusion, note: note.trim(), seconds, marks, ridgeCounts };
  }

  #nextId() {
    return 1 + Math.max(0, ...[...this.marks, ...this.counts].map(({ id }) => id));
  }

  #alter(id, change) {
    this.#change(
      this.marks.map((mark) => (mark.id === id ? { ...mark, ...change } : mark)),
      this.counts,
    );
  }

  #change(marks, counts) {
    this.#past = [...this.#past, [this.marks, this.counts]].slice(-UNDO_MAX);
    this.#future = [];
    this.marks = marks;
    this.counts = counts;
    this.#changed();
  }

  #travel(from, to) {
    if (from.length === 0) {
      return false;
    }
    to.push([this.marks, this.counts]);
    [this.marks, this.counts] = from.pop();
    this.#changed();
    return true;
  }

  #changed() {
    this.save();
    this.dispatchEvent(new Event("change"));
  }
}
