// What words sound like, so that what is written as it is heard is found: "feilig", "kreditbank".
(() => {
  "use strict";
  const SOUNDS = [
    [/ij|y(?![aeiou])/g, "ei"],
    [/ou/g, "au"],
    [/sch(?=e?$)|sch(?=r)/g, "s"],
    [/ph/g, "f"],
    [/th/g, "t"],
    [/qu/g, "kw"],
    [/x/g, "ks"],
    [/ch|g/g, "g"],
    [/c(?=[eiy])/g, "s"],
    [/c/g, "k"],
    [/tie(?=$|f|s$)/g, "si"],
    [/ie/g, "i"],
    [/v/g, "f"],
    [/z/g, "s"],
    [/dt?$|dt/g, "t"],
    [/b$/, "p"],
    [/(.)\1+/g, "$1"],
  ];

  const sound = (word) => SOUNDS.reduce((text, [letters, heard]) => text.replace(letters, heard), word);

  Object.assign(window.spreekkamer, { sounds: { sound } });
})();
