/** Loaded before a program: writes the regular expressions that it puts together while it runs to VANGNET_REGEX. */
const { writeFileSync } = require('node:fs');

const seen = new Set();
const note = (made) => {
  seen.add(String(made));
  return made;
};
globalThis.RegExp = new Proxy(RegExp, {
  construct: (target, args, self) => note(Reflect.construct(target, args, self)),
  apply: (target, self, args) => note(Reflect.apply(target, self, args)),
});
process.on('exit', () => writeFileSync(process.env.VANGNET_REGEX, JSON.stringify([...seen])));
