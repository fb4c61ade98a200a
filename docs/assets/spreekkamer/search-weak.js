// Words that stand in many cards and say little by themselves: "gesprek", "elke", "man", "drie". A
// card is not found by such a word when the query has a word that says more. Unlike the words of
// texts/*/finding.toml that say nothing, these do find when nothing else is asked.
(() => {
  "use strict";
  const { stem } = window.spreekkamer.words;
  const WEAK = `
    man vrouw mens mensen persoon inwoner klant client burger bewoner meneer mevrouw collega gemeente klantmanager
    consulent gesprek gesprekken afspraak afspraken week weken maand maanden dag dagen uur uren keer tijd euro
    procent geld werk werken werkt baan uitkering bijstand bijstandsuitkering probleem situatie moment manier plek
    ding stuk deel aantal balie huis thuis iedereen iemand niemand niets nergens ergens
    zeggen zegt zei vragen vraagt krijgen krijgt maken maakt zien ziet kijken vinden vindt denken denkt weten weet
    geven geeft nemen neemt houden blijven blijft lopen brengen laten praten vertellen spreken spreekt bellen belt
    zoeken zoekt proberen beginnen begint lijken horen zitten liggen zetten halen leggen lukt lukken gebruiken
    nieuw nieuwe eerste tweede laatste lang lange kort groot grote klein kleine goed goede slecht weinig eigen ander
    andere anders elke iedere alle nooit altijd bijna tijdens zelf samen mee terug best beter zonder binnen buiten
    tussen vanaf sinds verder gewoon direct meteen alweer zelfde hele erg ongeveer ineens misschien eigenlijk gelijk
    nodig omdat want zodat waardoor`;
  const weak = new Set(WEAK.trim().split(/\s+/).flatMap((word) => [word, stem(word)]));
  // "Drie kinderen": how many says even less. An age or a limit is more, or a number of a name.
  const NUMBER = /^[0-9]+$/;
  const FEW = 12;

  const isWeak = (word) => weak.has(word) || weak.has(stem(word));

  // How much less than others a word of the query says: 0 for most, 1 for a weak one, 2 for a number
  // that is not one of `named`.
  const weakness = ({ plain, forms }, named) => {
    if (NUMBER.test(plain) && forms.size === 1 && !(plain > FEW && named.has(plain))) return 2;
    return isWeak(plain) ? 1 : 0;
  };

  Object.assign(window.spreekkamer, { isWeak, weakness });
})();
