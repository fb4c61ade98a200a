// Work that no result waits for: bit by bit while nothing else is to be done, or at once when it is
// asked for.
(() => {
  "use strict";
  const BIT = 50;
  // A key which comes meanwhile waits no longer, in milliseconds.
  const AT_A_STRETCH = 8;
  // Where a browser has no idle time to give, a task of its own is short enough.
  const AFTER = 200;
  const whenIdle = window.requestIdleCallback || ((task) => setTimeout(task, AFTER));

  // `each` is called once with every item, in their order.
  class Later {
    constructor(items, each) {
      Object.assign(this, { items, each, next: 0 });
      const whileIdle = () => {
        const end = performance.now() + AT_A_STRETCH;
        do this.work(BIT);
        while (!this.done && performance.now() < end);
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
