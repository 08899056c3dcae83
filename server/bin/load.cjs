// Runs a bundle, with what V8 compiled of it when it was built, if this Node can use that: half of a short run is compiling.
// Node 22 keeps such a cache itself, in the system's folder for temporary files; this one is there from the first run on.
const { createHash } = require('node:crypto');
const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const vm = require('node:vm');

/** V8 itself compares version and flags, but of the text only its length. */
const HASH = 20;

/** @param {string | Buffer} source */
const hashOf = (source) => createHash('sha1').update(source).digest();

/** @param {string} file @param {Buffer} source */
function compiledBefore(file, source) {
  if (!existsSync(`${file}.cache`)) return undefined;
  const cache = readFileSync(`${file}.cache`);
  return cache.subarray(0, HASH).equals(hashOf(source)) ? cache.subarray(HASH) : undefined;
}

/**
 * @param {string} file a CommonJS bundle
 * @returns {() => Buffer} what the next run can use, once this one is over: the content of `<file>.cache`
 */
exports.load = (file) => {
  const source = readFileSync(file);
  const cachedData = compiledBefore(file, source);
  const script = new vm.Script(Module.wrap(source.toString('utf8')), { filename: file, cachedData });
  const module = new Module(file);
  module.filename = file;
  module.paths = Module._nodeModulePaths(path.dirname(file));
  const { exports: own } = module;
  script.runInThisContext().call(own, own, Module.createRequire(file), module, file, path.dirname(file));
  return () => Buffer.concat([hashOf(source), script.createCachedData()]);
};
