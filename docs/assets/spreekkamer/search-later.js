// Work that no result waits for: bit by bit while nothing else is to be done, or at once when it is
// asked for.
(() => {
  "use strict";
  // So few that a key which comes meanwhile waits a few milliseconds.
  const BIT = 200;
  // Where a browser has no idle time to give, a task of its own is short enough.
  const AFTER = 200;
  const whenIdle = window.requestIdleCallback || ((task) => setTimeout(task, AFTER));

  // `each` is called once with every item, in their order.
  class Later {
    constructor(items, each) {
      Object.assign(this, { items, each, next: 0 });
      const whileIdle = () => {
        this.work(BIT);
        if (!this.done) whenIdle(whileIdle);
      };
      whenIdle(whileIdle);
    }

    get done() {
      return this.next === this.items.length;
    }

    work(most) {
      for (const end = Math.min(this.items.length, this.next + most); this.next < end; this.next += 1) {
        this.each(this.items[this.next]);
      }
    }

    finish() {
      this.work(this.items.length);
    }
  }

  window.spreekkamer.later = (items, each) => new Later(items, each);
})();
