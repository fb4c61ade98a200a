// Which cards fit the words best: those with more of them first, and what stands in the title or is
// said by a tag before what stands in running text.
(() => {
  "use strict";
  const { HALF } = window.spreekkamer.name;
  const { AT_AN_END } = window.spreekkamer.lookup;
  const FIELDS = { t: 3, x: 1, p: 0.8 };
  const BEGUN = 0.8;
  const ENOUGH = 0.4;
  const COMMON = 1 / 3;
  const COMMON_FROM = 12;
  const KINDS = ["practice", "sourced", "question", "example"];

  const old = ({ card }) => (card.status === "active" ? 0 : 1);
  const trust = ({ card }) => (card.kind === "example" ? 0.85 : 1);

  // After results with several words of the query, one word in running text is chance.
  const trimmed = (found) => {
    const most = Math.max(0, ...found.map(({ hits }) => hits));
    const tagged = (each) => [...each.slots.values()].some((best) => best.tagged);
    return found.filter((each) => most < 2 || each.hits >= most / 2 || tagged(each));
  };

  class Ranking {
    // `carried` are for each card its tags and dilemmas with their weights.
    constructor(cards, carried) {
      this.cards = cards;
      this.carried = carried;
    }

    // `own` is for each word what has it, `entries` what fits of tags and dilemmas.
    best(slots, own, entries) {
      const cards = this.cards.map((card, id) => this.rate(id, slots, own, entries));
      this.weigh(slots, cards);
      return trimmed(cards.filter((each) => this.fits(each)).sort((a, b) => this.order(a, b)));
    }

    // What of one card fits each word: {score, full} with the names and terms by which.
    rate(id, slots, own, entries) {
      const found = { card: this.cards[id], id, slots: new Map() };
      slots.forEach((slot, place) => {
        const best = { score: 0, full: false, sure: false, terms: [], matches: [] };
        for (const { term, field, quality } of own[place].get(id) || []) {
          // In running text, the end of another word is chance.
          if (quality <= AT_AN_END && field !== "t") continue;
          best.score = Math.max(best.score, quality * FIELDS[field]);
          best.full = true;
          best.own = true;
          best.sure = best.sure || quality > BEGUN;
          best.terms.push(term);
        }
        for (const { owner, weight } of this.carried[id]) {
          const match = entries.get(owner);
          const score = match && match.scores.get(slot);
          if (!score) continue;
          best.score = Math.max(best.score, 0) + score * weight;
          best.tagged = best.tagged || score >= HALF;
          best.sure = best.sure || best.tagged;
          best.full = best.full || score >= ENOUGH;
          best.matches.push(match);
        }
        if (best.score) found.slots.set(slot, best);
      });
      return found;
    }

    // A word in more than a third of the cards says little; a rare one says much.
    weigh(slots, cards) {
      const number = cards.length;
      for (const slot of slots) {
        const having = cards.filter((each) => (each.slots.get(slot) || {}).sure).length;
        const often = number >= COMMON_FROM && having > number * COMMON;
        slot.everywhere = often && !slot.stop && !slot.equal.length;
        slot.common = slot.stop || slot.equal.length > 0 || often;
        slot.weight = Math.log(1 + number / (1 + having));
      }
      const telling = slots.filter((slot) => !slot.stop && cards.some((each) => each.slots.has(slot)));
      const named = cards.some((each) => [...each.slots.values()].some((best) => best.matches.some(({ phrase }) => phrase)));
      if (!named && telling.every((slot) => slot.common)) {
        const things = telling.filter((slot) => !slot.equal.length);
        (things.length ? things : telling).forEach((slot) => (slot.common = false));
      }
      for (const each of cards) {
        each.hits = 0;
        each.score = 0;
        for (const [slot, best] of each.slots) {
          if (best.full) each.hits += slot.common ? 0.25 : 1;
          each.score += best.score * slot.weight * (slot.common ? 0.5 : 1);
        }
      }
    }

    // What shares only a common word is no result, unless a whole name stands in the query.
    fits(each) {
      for (const [slot, best] of each.slots) {
        if (best.full && !slot.common) return true;
        if (best.matches.some((match) => match.phrase)) return true;
      }
      return false;
    }

    order(a, b) {
      return (
        old(a) - old(b) ||
        Math.round(b.hits * 4) - Math.round(a.hits * 4) ||
        b.score * trust(b) - a.score * trust(a) ||
        KINDS.indexOf(a.card.kind) - KINDS.indexOf(b.card.kind) ||
        a.id - b.id
      );
    }
  }

  Object.assign(window.spreekkamer, { ranking: { Ranking, KINDS, old } });
})();
