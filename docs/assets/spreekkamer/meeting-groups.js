// Which kept cards stand together on a sheet: what contrasts first, then what shares a dilemma.
(() => {
  "use strict";
  const MOST = 3;
  if (!window.spreekkamer) return;

  // Next to a card stands the one that it contrasts with: the other side of its dilemma, or the
  // same side with another result.
  const contrasts = [
    (card, other) => card.side && other.side && card.side !== other.side,
    (card, other) => card.result && other.result && card.result !== other.result,
  ];
  const paired = (cards) => {
    let groups = cards.map((card) => [card]);
    for (const differs of contrasts) {
      const left = groups;
      groups = [];
      while (left.length) {
        const group = left.shift();
        const fits = ([other], at) =>
          group.length + left[at].length === 2 && other.dilemma === group[0].dilemma && differs(group[0], other);
        const at = left.findIndex(fits);
        groups.push(at < 0 ? group : [...group, ...left.splice(at, 1)[0]]);
      }
    }
    return groups;
  };

  const number = (units) => units.flat().length;
  // Four cards have two sheets anyway: two on each leave no sheet nearly empty.
  const most = (left) => (number(left) === 4 ? 2 : MOST);

  // Each sheet has at most one pair. Where single cards together would cost a sheet more, one of them
  // stands beside a pair.
  const needsPair = (left) => left.filter((unit) => unit.length > 1).length >= Math.ceil(number(left) / MOST);

  // Takes from `left` what stands on the next sheet: what was kept first, and with it what is of its
  // dilemma before others.
  const taken = (left) => {
    const room = most(left);
    const take = (unit) => left.splice(left.indexOf(unit), 1)[0];
    const [next] = left;
    const pair = next.length === 1 && needsPair(left) && left.find((unit) => unit.length > 1);
    const group = [take(next), ...(pair ? [take(pair)] : [])];
    const alike = (unit) => unit[0].dilemma === next[0].dilemma;
    for (;;) {
      const fitting = left.filter((unit) => number(group) + unit.length <= room);
      if (!fitting.length) return group;
      group.push(take(fitting.find(alike) || fitting[0]));
    }
  };

  // Calls `place` with the cards of each sheet, which says whether they fit. What does not fit goes
  // on to the next sheet. A pair is divided only where it does not even fit on a sheet of its own.
  const grouped = (cards, place) => {
    const left = paired(cards);
    while (left.length) {
      const group = taken(left);
      while (!place(group.flat(), number(group) === 1)) {
        left.unshift(group.length > 1 ? group.pop() : [group[0].pop()]);
      }
    }
  };

  Object.assign(window.spreekkamer, { grouped });
})();
