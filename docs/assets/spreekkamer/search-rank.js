// Which cards fit the words best: those with more of them first, and what stands in the title or is
// said by a tag before what stands in running text.
(() => {
  "use strict";
  const { HALF } = window.spreekkamer.name;
  const { AT_AN_END } = window.spreekkamer.lookup;
  const FIELDS = { t: 3, x: 1, p: 0.8 };
  const BEGUN = 0.8;
  const WHOLE = 0.8;
  // A word with a letter wrong means the whole name too; the end of a longer word may be chance.
  const MENDED = 0.7;
  const NAMED = 0.9;
  // From what part of the best score on a card is no longer near.
  const FAR = 0.25;
  // Of one word less is needed: what is left has that word all the same.
  const FAR_OF_ONE = 0.15;
  // How many letters may be of any word.
  const BEGINNING = 3;
  const COMMON = 1 / 3;
  const COMMON_FROM = 12;
  const KINDS = ["practice", "sourced", "question", "example"];

  const old = ({ card }) => (card.status === "active" ? 0 : 1);
  const trust = ({ card }) => (card.kind === "example" ? 0.85 : 1);

  // Words that say little apart say much when they are a whole name: "collega beslist anders".
  const together = ({ scores }) => [...scores.values()].filter((score) => score >= NAMED && score <= 1).length > 1;

  // A word in running text may be there by chance; not one in the title or of a tag, nor several.
  const sure = ({ slots }) => {
    const telling = [...slots].flatMap(([slot, best]) => (slot.common ? [] : [best]));
    const told = telling.some((best) => best.tagged || best.titled) || [...slots.values()].some((best) => best.whole);
    return told || telling.filter((best) => best.full).length > 1;
  };

  // What is left of cards that share a word with the query when others fit far better.
  const trimmed = (found, slots) => {
    const most = Math.max(0, ...found.map(({ hits }) => hits));
    const tagged = (each) => [...each.slots.values()].some((best) => best.tagged);
    const some = found.filter((each) => most < 2 || each.hits >= most / 2 || tagged(each));
    const one = slots.filter((slot) => !slot.common).length < 2;
    const best = Math.max(0, ...some.map(({ score }) => score));
    const named = (each) => [...each.slots].some(([slot, has]) => has.named && !slot.common);
    const near = some.filter((each) => named(each) || each.score >= best * (one ? FAR_OF_ONE : FAR));
    if (one) return near;
    return near.some(sure) ? near.filter(sure) : near;
  };

  // From 0, for most words, to 2: how much less than others a word says by itself.
  const less = (slot) => (slot.equal.length ? 2 : slot.weak);

  class Ranking {
    // `carried` are for each card its tags and dilemmas with their weights, and whether it is about
    // something else in the first place.
    constructor(cards, carried) {
      this.cards = cards;
      this.carried = carried;
      // The cards that carry a tag or a dilemma.
      this.carriers = new Map();
      carried.forEach((some, id) => {
        for (const { owner } of some) {
          if (!this.carriers.has(owner)) this.carriers.set(owner, []);
          this.carriers.get(owner).push(id);
        }
      });
    }

    // `own` is for each word what has it, `entries` what fits of tags and dilemmas.
    best(slots, own, entries) {
      const named = [...entries.keys()].flatMap((owner) => this.carriers.get(owner) || []);
      const some = new Set([...own.flatMap((found) => [...found.keys()]), ...named]);
      const cards = [...some].map((id) => this.rate(id, slots, own, entries));
      this.weigh(slots, cards);
      const bare = slots.every((slot) => slot.common);
      const fitting = cards.filter((each) => this.fits(each, bare));
      const found = fitting.length ? fitting : this.byHalf(cards);
      return trimmed(found.sort((a, b) => this.order(a, b)), slots);
    }

    // What of one card fits each word: {score, full} with the names and terms by which.
    rate(id, slots, own, entries) {
      const found = { card: this.cards[id], id, slots: new Map() };
      slots.forEach((slot, place) => {
        const best = { score: 0, full: false, sure: false, half: 0, terms: [], matches: [] };
        for (const { term, field, quality } of own[place].get(id) || []) {
          // In running text, the end of another word is chance.
          if (quality <= AT_AN_END && field !== "t") continue;
          best.score = Math.max(best.score, quality * FIELDS[field]);
          best.full = true;
          best.own = true;
          best.titled = best.titled || field === "t";
          best.sure = best.sure || quality > BEGUN;
          best.terms.push(term);
        }
        for (const { owner, weight, also } of this.carried[id]) {
          const match = entries.get(owner);
          const score = match && match.scores.get(slot);
          if (!score) continue;
          best.score = Math.max(best.score, 0) + score * weight;
          const dilemma = owner.kind === "dilemma";
          best.phrase = best.phrase || match.phrase;
          best.whole = best.whole || (!also && (together(match) || (match.phrase && !dilemma)));
          const sure = match.sure.get(slot) || 1;
          const least = dilemma ? WHOLE * (sure < MENDED ? 1 : sure) : HALF;
          best.tagged = best.tagged || (!also && score >= least);
          best.sure = best.sure || best.tagged;
          best.full = best.full || best.tagged;
          if (!also && !dilemma && match.told >= HALF) best.half = Math.max(best.half, match.told);
          best.named = best.named || (!also && !dilemma && score >= NAMED);
          best.matches.push(match);
        }
        if (best.score) found.slots.set(slot, best);
      });
      return found;
    }

    // A word in more than a third of the cards says little; a rare one says much.
    weigh(slots, cards) {
      const number = this.cards.length;
      for (const slot of slots) {
        const having = cards.filter((each) => (each.slots.get(slot) || {}).sure).length;
        const often = number >= COMMON_FROM && having > number * COMMON;
        slot.everywhere = often && !slot.stop && !slot.equal.length;
        slot.common = slot.stop || (slot.weak > 0 && !slot.age) || slot.equal.length > 0 || often;
        slot.weight = Math.log(1 + number / (1 + having));
      }
      this.promote(slots, cards);
      for (const each of cards) {
        each.hits = 0;
        each.score = 0;
        for (const [slot, best] of each.slots) {
          if (best.full) each.hits += slot.common ? 0.25 : 1;
          each.score += best.score * slot.weight * (slot.common ? 0.5 : 1);
        }
        each.old = old(each);
        each.fit = Math.round(each.hits * 4);
        each.worth = each.score * trust(each);
      }
    }

    // Where all words are common, those that say most tell after all. Not beside a word that no card
    // has: then they are no answer.
    promote(slots, cards) {
      const known = (slot) => cards.some((each) => each.slots.has(slot));
      const asked = slots.filter((slot) => !slot.stop);
      const begun = (slot) => slot.typing && slot.plain.length <= BEGINNING;
      if (asked.some((slot) => (slot.common ? false : known(slot) || !begun(slot)))) return;
      if (cards.some((each) => [...each.slots.values()].some((best) => best.phrase))) return;
      const telling = asked.filter(known);
      const most = Math.min(...telling.map(less));
      for (const slot of telling) slot.common = less(slot) > most;
    }

    // What shares only a common word is no result, unless a whole name stands in the query.
    fits(each, bare) {
      for (const [slot, best] of each.slots) {
        if (best.full && !slot.common) return true;
        if (best.whole || (bare && best.phrase)) return true;
      }
      return false;
    }

    // "Boosheid" is half the name of a tag, which is offered: where no card fits better, its cards do.
    byHalf(cards) {
      const halves = cards.flatMap((each) => [...each.slots].map(([slot, best]) => ({ each, best, half: slot.common ? 0 : best.half })));
      const most = Math.max(0, ...halves.map(({ half }) => half));
      const named = halves.filter(({ half }) => half && half === most);
      named.forEach(({ best }) => {
        best.full = true;
      });
      return [...new Set(named.map(({ each }) => each))];
    }

    order(a, b) {
      return (
        a.old - b.old ||
        b.fit - a.fit ||
        b.worth - a.worth ||
        KINDS.indexOf(a.card.kind) - KINDS.indexOf(b.card.kind) ||
        a.id - b.id
      );
    }
  }

  Object.assign(window.spreekkamer, { ranking: { Ranking, KINDS, old } });
})();
